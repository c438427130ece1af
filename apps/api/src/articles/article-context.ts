import type { ArticleContent } from '@gazette/schema/article-content'
import type { Addresses } from '../addresses.ts'
import type { ChannelSnapshot } from '../channels/channel-snapshot.ts'
import type { ChannelTree } from '../channels/channel-tree.ts'
import { inArray } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { type StoredMedia, toMedia } from '../media/media-mapper.ts'
import { mediaIds } from '../publishing/article-media.ts'
import type { ArticleHead } from './article-head.ts'

/** What articles point at, looked up when they are read. */
export type ArticleContext = {
  tree: ChannelTree
  addresses: Addresses
  timeZone: string
  /** Files by id. A file that is gone is absent. */
  media: ReadonlyMap<string, ReturnType<typeof toMedia>>
  topicNames: ReadonlyMap<string, string>
}

export type ContextOptions = { store: Store; channels: ChannelSnapshot; addresses: Addresses; timeZone: string }

const readMedia = async ({ db, tables: { media } }: Store, ids: string[]): Promise<StoredMedia[]> =>
  ids.length === 0 ? [] : db.select().from(media).where(inArray(media.id, ids))

const readTopicNames = async ({ db, tables: { topics } }: Store, slugs: string[]): Promise<Map<string, string>> => {
  if (slugs.length === 0) return new Map()
  const rows = await db.select().from(topics).where(inArray(topics.slug, slugs))
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

/** Looks up everything that these articles and bodies point at: two statements at most, however many there are. */
export const readArticleContext = async (
  { store, channels, addresses, timeZone }: ContextOptions,
  articles: readonly { row: { channelId: string }; head: ArticleHead }[],
  bodies: readonly Pick<ArticleContent, 'body' | 'cover' | 'attachments'>[],
  knownTopicNames?: ReadonlyMap<string, string>,
): Promise<ArticleContext> => {
  const covers = articles.flatMap(({ head: { cover } }) => (cover ? [cover.media.id] : []))
  const files = [...new Set([...covers, ...bodies.flatMap(mediaIds)])]
  const slugs = [...new Set(articles.flatMap(({ head }) => head.topics))]
  const [tree, media, topicNames] = await Promise.all([
    channels.get(({ find }) => articles.every(({ row }) => find(row.channelId) !== undefined)),
    readMedia(store, files),
    knownTopicNames ?? readTopicNames(store, slugs),
  ])
  return { tree, addresses, timeZone, media: new Map(media.map((row) => [row.id, toMedia(row, addresses)])), topicNames }
}
