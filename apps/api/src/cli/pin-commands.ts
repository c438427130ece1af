import { DateOrInstant } from '@gazette/schema/article-query'
import { ChannelPath } from '@gazette/schema/scalars'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { createAddresses } from '../addresses.ts'
import { readChannelTree } from '../channels/channel-queries.ts'
import type { ChannelTree } from '../channels/channel-tree.ts'
import { eq } from '../database/drizzle.ts'
import { NotFound } from '../errors.ts'
import type { Installation } from '../open-installation.ts'
import { listPlacementRows, toPlace } from '../placements/placement-queries.ts'
import { pinArticle, placementsMaximum, unpinArticle } from '../placements/placement-writer.ts'
import { startOfDate, toZonedDate, toZonedInstant } from '../time-zone.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

type Where = { channel?: string; home?: boolean }
type Common = Where & { json?: boolean }
type PinFlags = Common & { highlight?: boolean; until?: string; position?: number }

const parseChannel = (value: string): string => {
  const path = ChannelPath.safeParse(value.replaceAll(/^\/+|\/+$/g, ''))
  if (path.success) return path.data
  throw new InvalidArgumentError('栏目路径，如 zwzx/zhxw · a channel path such as zwzx/zhxw')
}

const parseUntil = (value: string): string => {
  const until = DateOrInstant.safeParse(value)
  if (until.success) return until.data
  throw new InvalidArgumentError('日期或时刻，如 2026-12-01 · a date or an instant, such as 2026-12-01')
}

const parsePosition = (value: string): number => {
  const position = /^\d{1,2}$/.test(value) ? Number(value) : 0
  if (position >= 1 && position <= placementsMaximum) return position
  throw new InvalidArgumentError(`1 至 ${placementsMaximum} · from 1 to ${placementsMaximum}`)
}

/** People say “until the first” and mean that day too; an instant is meant to the second. */
const toEnd = (until: string | undefined, timeZone: string): number | null => {
  if (until === undefined) return null
  if (until.includes('T')) return Date.parse(until)
  const noon = startOfDate(until, timeZone) + 36 * 3_600_000
  return startOfDate(toZonedDate(noon, timeZone), timeZone)
}

/** The channel that was named; null for the home page, undefined when neither was. */
const findPlace = (tree: ChannelTree, { channel, home }: Where): string | null | undefined => {
  if (home) return null
  if (channel === undefined) return undefined
  const found = tree.findByPath(channel)
  if (!found) throw new NotFound('channel-not-found', { detail: `There is no channel with the path ${channel}.` })
  return found.id
}

const ownChannel = async ({ store: { db, tables } }: Installation, id: string): Promise<string> => {
  const rows = await db.select({ channelId: tables.articles.channelId }).from(tables.articles).where(eq(tables.articles.id, id))
  const channelId = rows[0]?.channelId
  if (channelId === undefined) throw new NotFound('article-not-found', { detail: `There is no article ${id}.` })
  return channelId
}

const namePlace = (tree: ChannelTree, place: string) =>
  place === ''
    ? { channel: null, name: '首页 home' }
    : { channel: tree.path(place), name: `${tree.find(place)?.name} /${tree.path(place)}/` }

const pin = (id: string, flags: PinFlags): Promise<void> =>
  withInstallation(async (installation) => {
    const { config, store, publishing } = installation
    const tree = await readChannelTree(store, store.db)
    const found = findPlace(tree, flags)
    const channelId = found === undefined ? await ownChannel(installation, id) : found
    const endsAt = toEnd(flags.until, config.timeZone)
    const position = flags.position ?? null
    await publishing.write((writing) =>
      pinArticle(writing, { articleId: id, channelId, highlighted: flags.highlight === true, endsAt, position }),
    )
    const { channel, name } = namePlace(tree, toPlace(channelId))
    const until = endsAt === null ? null : toZonedInstant(endsAt, config.timeZone)
    if (flags.json) sayJson({ id, channel, highlighted: flags.highlight === true, until })
    else say(`已置顶 pinned  ${name}${until === null ? '' : `  至 until ${until}`}`)
  })

const unpin = (id: string, flags: Common): Promise<void> =>
  withInstallation(async ({ store, publishing }) => {
    const tree = await readChannelTree(store, store.db)
    const places = await publishing.write((writing) => unpinArticle(writing, id, findPlace(tree, flags)))
    if (places.length === 0) throw new NotFound('article-not-found', { detail: `Article ${id} is not pinned there.` })
    if (flags.json) sayJson({ id, channels: places.map((place) => namePlace(tree, place).channel) })
    else for (const place of places) say(`已取消置顶 unpinned  ${namePlace(tree, place).name}`)
  })

const list = (flags: Common): Promise<void> =>
  withInstallation(async ({ config, store, clock }) => {
    const tree = await readChannelTree(store, store.db)
    const channelId = findPlace(tree, flags)
    const rows = await listPlacementRows(store.tables, store.db, channelId === undefined ? undefined : toPlace(channelId))
    const pins = rows.map(({ place, articleId, title, status, position, highlighted, endsAt }) => ({
      ...namePlace(tree, place),
      position,
      id: articleId,
      title,
      highlighted: highlighted === 1,
      until: endsAt === null ? null : toZonedInstant(endsAt, config.timeZone),
      isShown: status === 'published' && (endsAt === null || endsAt > clock()),
      url: createAddresses(config).article(articleId),
    }))
    if (flags.json) sayJson({ pins: pins.map(({ name: _name, ...rest }) => rest) })
    else if (pins.length === 0) say('没有置顶 · nothing is pinned')
    for (const { name, position, id, title, highlighted, until, isShown } of flags.json ? [] : pins) {
      const notes = [highlighted && '重点 highlighted', until && `至 until ${until}`, !isShown && '不显示 not shown'].filter(Boolean)
      say([name, position, id, title, ...notes].join('  '))
    }
  })

const addWhere = (command: Command): Command =>
  command
    .addOption(new Option('--channel <path>', '栏目页 · on the page of a channel').argParser(parseChannel).conflicts('home'))
    .option('--home', '首页 · on the home page')
    .option('--json', '输出 JSON · JSON output')

/** `gazette pin`, `unpin` and `pins`. */
export const addPinCommands = (program: Command): void => {
  addWhere(
    program.command('pin').description('置顶文章，默认在其所在栏目 · Pin an article, in its own channel by default').argument('<id>'),
  )
    .option('--highlight', '作为重点突出 · make it stand out')
    .option('--until <date>', '到这一天（含）或这一时刻为止 · up to and including that day, or before that instant', parseUntil)
    .option('--position <number>', '第几位，默认第一 · its place, the first by default', parsePosition)
    .action(pin)
  addWhere(
    program.command('unpin').description('取消置顶，默认在所有位置 · Unpin an article, everywhere by default').argument('<id>'),
  ).action(unpin)
  addWhere(program.command('pins').description('列出置顶 · List what is pinned')).action(list)
}
