import { readChannelTree } from '../../channels/channel-queries.ts'
import { createId } from '../../create-id.ts'
import type { Writing } from '../../publishing/article-writer.ts'
import { createChannel } from '../../publishing/channel-writer.ts'
import { toChannelSegment } from './channel-segment.ts'

/** Where an article is to stand: a path somebody gave, or the names of the page's own trail. */
export type ChannelWish = { path: string } | { trail: readonly string[] }

export type FoundChannel = { id: string; path: string; created: { path: string; name: string }[]; isUnfiled: boolean }

type Step = { name: string; segment: string | null }

const homeNames = new Set(['首页', '网站首页', '主页', '首 页', 'Home', 'home'])

const stepsOf = (wish: ChannelWish): Step[] =>
  'path' in wish
    ? wish.path.split('/').map((segment) => ({ name: segment, segment }))
    : wish.trail.filter((name) => !homeNames.has(name)).map((name) => ({ name, segment: null }))

/** Where articles stand whose page does not say: somebody will move them. */
const unfiled: Step = { name: '未分类', segment: 'weifenlei' }

/** Walks down the wish and creates what is missing, without a gap. A wish that names nothing leads to the channel of the unfiled. */
export const findOrCreateChannel = async (writing: Writing, wish: ChannelWish): Promise<FoundChannel> => {
  const wished = stepsOf(wish)
  const isUnfiled = wished.length === 0
  const tree = await readChannelTree(writing, writing.db)
  const created: FoundChannel['created'] = []
  let parentId: string | null = null
  let path = ''
  for (const step of isUnfiled ? [unfiled] : wished) {
    const siblings = tree.childrenOf(parentId)
    const known = siblings.find(({ segment, name }) => (step.segment === null ? name === step.name : segment === step.segment))
    const segment: string =
      known?.segment ?? step.segment ?? toChannelSegment(step.name, new Set(siblings.map((sibling) => sibling.segment)))
    path = path === '' ? segment : `${path}/${segment}`
    if (known) {
      parentId = known.id
      continue
    }
    const id = createId(writing.now)
    const facts = { description: '', keywords: [], columnType: '', position: siblings.length }
    await createChannel(writing, { id, parentId, segment, name: step.name, ...facts })
    created.push({ path, name: step.name })
    parentId = id
  }
  return { id: parentId ?? '', path, created, isUnfiled }
}
