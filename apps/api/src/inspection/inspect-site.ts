import type { Indicator, InspectedChannel, Inspection, UpdateState } from '@gazette/schema/inspection'
import type { ChannelTree, StoredChannel } from '../channels/channel-tree.ts'
import { toZonedInstant } from '../time-zone.ts'
import { addMonths } from './add-months.ts'

/** What is published in a channel itself, without the channels below it. */
export type Published = { articleCount: number; lastPublishedAt: number }

export type InspectedSite = {
  tree: ChannelTree
  published: ReadonlyMap<string, Published>
  now: number
  timeZone: string
}

const weekMilliseconds = 7 * 24 * 60 * 60 * 1000
const warningMilliseconds = 3 * 24 * 60 * 60 * 1000
const noticeMonths = 6

const limits = { home: 1, 'news-and-notices': 5, overdue: 10, empty: 5 } as const

/** The design rules know no type for notices: their name tells. */
const groupOf = ({ columnType, name }: StoredChannel): InspectedChannel['group'] => {
  if (columnType === '政策文件' || /通知|公告|公示/.test(name)) return 'notices'
  return columnType === '工作动态' || /动态|要闻/.test(name) ? 'news' : 'other'
}

const overdueAtOf = (last: number, group: InspectedChannel['group'], timeZone: string): number | null => {
  if (group === 'other') return null
  return group === 'news' ? last + 2 * weekMilliseconds : addMonths(last, noticeMonths, timeZone)
}

type Updated = { state: UpdateState; lastPublishedAt: string | null; overdueAt: string | null }

const stateOf = (last: number | null, group: InspectedChannel['group'], { now, timeZone }: InspectedSite): Updated => {
  if (last === null) return { state: 'empty', lastPublishedAt: null, overdueAt: null }
  const lastPublishedAt = toZonedInstant(last, timeZone)
  const overdueAt = overdueAtOf(last, group, timeZone)
  if (overdueAt === null) return { state: 'none', lastPublishedAt, overdueAt: null }
  const state = now >= overdueAt ? 'overdue' : now >= overdueAt - warningMilliseconds ? 'dueSoon' : 'current'
  return { state, lastPublishedAt, overdueAt: toZonedInstant(overdueAt, timeZone) }
}

const sumOf = (published: Published[]): { articleCount: number; last: number | null } => ({
  articleCount: published.reduce((sum, { articleCount }) => sum + articleCount, 0),
  last: published.length === 0 ? null : Math.max(...published.map(({ lastPublishedAt }) => lastPublishedAt)),
})

const inspectChannel = (site: InspectedSite, channel: StoredChannel): InspectedChannel => {
  const { tree, published } = site
  const { articleCount, last } = sumOf(tree.withDescendants(channel.id).flatMap((id) => published.get(id) ?? []))
  const group = groupOf(channel)
  return { channel: tree.reference(channel.id), group, articleCount, ...stateOf(last, group, site) }
}

/** A channel that only leads to those below it is not counted beside them. */
const isInspected = ({ tree, published }: InspectedSite, { id }: StoredChannel): boolean =>
  tree.childrenOf(id).length === 0 || published.has(id)

const toIndicators = ({ tree }: InspectedSite, home: Updated, channels: readonly InspectedChannel[]): Indicator[] => {
  const overdue = channels.filter(({ state }) => state === 'overdue')
  const isFirstLevel = ({ channel }: InspectedChannel) => tree.find(channel.id)?.parentId === null
  const counts = {
    home: home.state === 'overdue' || home.state === 'empty' ? 1 : 0,
    'news-and-notices': overdue.filter((found) => found.group === 'news' || isFirstLevel(found)).length,
    overdue: overdue.length,
    empty: channels.filter(({ state }) => state === 'empty').length,
  }
  return (Object.keys(limits) as (keyof typeof limits)[]).map((code) => ({
    code,
    passed: counts[code] < limits[code],
    count: counts[code],
    limit: limits[code],
  }))
}

/**
 * What an inspection by 国办秘函〔2019〕19号 finds, as far as software can see: a home page without news for two weeks; five or more
 * overdue channels of news (two weeks) and first-level channels of notices and policies (six months); ten or more overdue ones of
 * any level; five or more empty ones.
 */
export const inspectSite = (site: InspectedSite): Inspection => {
  const channels = site.tree.channels.filter((channel) => isInspected(site, channel)).map((channel) => inspectChannel(site, channel))
  const home = stateOf(sumOf([...site.published.values()]).last, 'news', site)
  const indicators = toIndicators(site, home, channels)
  const checkedAt = toZonedInstant(site.now, site.timeZone)
  return { checkedAt, passed: indicators.every(({ passed }) => passed), indicators, home, channels }
}
