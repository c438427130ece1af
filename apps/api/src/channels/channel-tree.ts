import type { Breadcrumb, ChannelNode, ChannelReference } from '@gazette/schema/channel'
import type { Addresses } from '../addresses.ts'

/** A channel as it is stored: its place is its parent and its segment. */
export type StoredChannel = {
  id: string
  parentId: string | null
  segment: string
  name: string
  description: string
  keywords: string[]
  columnType: string
  position: number
}

/** All channels at one moment. Paths and trails are derived, so that moving a channel moves everything below it. */
export type ChannelTree = {
  readonly channels: readonly StoredChannel[]
  find(id: string): StoredChannel | undefined
  findByPath(path: string): StoredChannel | undefined
  path(id: string): string
  reference(id: string): ChannelReference
  childrenOf(id: string | null): readonly StoredChannel[]
  /** Ids of the channel and of everything below it. */
  withDescendants(id: string): string[]
  /** From the top channel down to this one. */
  trail(id: string): StoredChannel[]
}

const byPosition = (a: StoredChannel, b: StoredChannel): number => a.position - b.position || (a.id < b.id ? -1 : 1)

const groupByParent = (channels: readonly StoredChannel[]): Map<string | null, StoredChannel[]> => {
  const groups = new Map<string | null, StoredChannel[]>()
  for (const channel of channels.toSorted(byPosition)) {
    const siblings = groups.get(channel.parentId)
    if (siblings) siblings.push(channel)
    else groups.set(channel.parentId, [channel])
  }
  return groups
}

/** Builds the tree from all stored channels. */
export const createChannelTree = (channels: readonly StoredChannel[]): ChannelTree => {
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  const byParent = groupByParent(channels)
  const trails = new Map<string, StoredChannel[]>()
  const byPath = new Map<string, StoredChannel>()
  const visit = (parentId: string | null, above: StoredChannel[]): void => {
    for (const channel of byParent.get(parentId) ?? []) {
      const trail = [...above, channel]
      trails.set(channel.id, trail)
      byPath.set(trail.map(({ segment }) => segment).join('/'), channel)
      visit(channel.id, trail)
    }
  }
  visit(null, [])
  const trail = (id: string) => trails.get(id) ?? []
  const path = (id: string) =>
    trail(id)
      .map(({ segment }) => segment)
      .join('/')
  const childrenOf = (id: string | null) => byParent.get(id) ?? []
  const withDescendants = (id: string): string[] => [id, ...childrenOf(id).flatMap((child) => withDescendants(child.id))]
  return {
    channels,
    find: (id) => byId.get(id),
    findByPath: (wanted) => byPath.get(wanted),
    path,
    reference: (id) => ({ id, path: path(id), name: byId.get(id)?.name ?? '' }),
    childrenOf,
    withDescendants,
    trail,
  }
}

/** The way from the home page down to a channel. */
export const toBreadcrumbs = (tree: ChannelTree, id: string, addresses: Addresses): Breadcrumb[] => [
  { id: null, path: '', name: '首页', url: addresses.home },
  ...tree.trail(id).map((channel) => ({
    id: channel.id,
    path: tree.path(channel.id),
    name: channel.name,
    url: addresses.channel(tree.path(channel.id)),
  })),
]

/** The public fields of a channel that need no look below it. */
export const toChannelFields = (tree: ChannelTree, channel: StoredChannel, addresses: Addresses): Omit<ChannelNode, 'children'> => ({
  ...tree.reference(channel.id),
  parentId: channel.parentId,
  position: channel.position,
  description: channel.description,
  keywords: channel.keywords,
  columnType: channel.columnType,
  url: addresses.channel(tree.path(channel.id)),
})

/** The tree below a channel (or the whole, for null) in its public shape. */
export const toChannelNodes = (tree: ChannelTree, parentId: string | null, addresses: Addresses): ChannelNode[] =>
  tree.childrenOf(parentId).map((channel) => ({
    ...toChannelFields(tree, channel, addresses),
    children: toChannelNodes(tree, channel.id, addresses),
  }))
