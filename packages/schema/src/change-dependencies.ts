import type { Change } from './change.ts'

/**
 * What a cached answer or page can depend on. The API names the dependencies of an answer in its `Cache-Tag` header;
 * a change drops everything that carries one of its own dependencies.
 */
export const dependencies = {
  article: (id: string) => `article:${id}`,
  channel: (id: string) => `channel:${id}`,
  /** The channel tree: names, paths and order of all channels. */
  channels: 'channels',
  /** Any list that is not limited to channels: of a topic, of an author, of everything. */
  list: 'list',
  /** A list that shows articles of this channel. */
  listOf: (channelId: string) => `list:${channelId}`,
  /** What is pinned in a channel, or on the home page for null. */
  placements: (channelId: string | null) => (channelId === null ? 'placements' : `placements:${channelId}`),
  site: 'site',
} as const

/** The part of a change that says what it touches. */
export type Affected = {
  type: Change['type']
  articleId?: string | undefined
  channelId?: string | undefined
  previousChannelId?: string | undefined
}

/** Everything that is out of date once `change` is committed. */
export const dependenciesOfChange = (change: Affected): string[] => {
  if (change.type === 'placement.updated') return [dependencies.placements(change.channelId ?? null)]
  if (change.type === 'channel.updated') {
    return [
      dependencies.channels,
      dependencies.list,
      ...(change.channelId ? [dependencies.channel(change.channelId), dependencies.listOf(change.channelId)] : []),
    ]
  }
  const channelIds = [change.channelId, change.previousChannelId].filter((id) => id !== undefined)
  return [dependencies.list, ...(change.articleId ? [dependencies.article(change.articleId)] : []), ...channelIds.map(dependencies.listOf)]
}
