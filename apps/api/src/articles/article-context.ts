import type { ArticleContent } from '@gazette/schema/article-content'
import { inArray } from 'drizzle-orm'
import type { Addresses } from '../addresses.ts'
import { readChannelTree } from '../channels/channel-queries.ts'
import type { ChannelTree } from '../channels/channel-tree.ts'
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

export type ContextOptions = { store: Store; addresses: Addresses; timeZone: string }

const readMedia = async ({ db, tables: { media } }: Store, ids: string[]): Promise<StoredMedia[]> =>
  ids.length === 0 ? [] : db.select().from(media).where(inArray(media.id, ids))

const readTopicNames = async ({ db, tables: { topics } }: Store, slugs: string[]): Promise<Map<string, string>> => {
  if (slugs.length === 0) return new Map()
  const rows = await db.select().from(topics).where(inArray(topics.slug, slugs))
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

/** Looks up everything that these heads and bodies point at: three statements at most, however many there are. */
export const readArticleContext = async (
  { store, addresses, timeZone }: ContextOptions,
  heads: readonly ArticleHead[],
  bodies: readonly Pick<ArticleContent, 'body' | 'cover' | 'attachments'>[],
): Promise<ArticleContext> => {
  const covers = heads.flatMap(({ cover }) => (cover ? [cover.media.id] : []))
  const files = [...new Set([...covers, ...bodies.flatMap(mediaIds)])]
  const slugs = [...new Set(heads.flatMap(({ topics }) => topics))]
  const tree = await readChannelTree(store, store.db)
  const [media, topicNames] = await Promise.all([readMedia(store, files), readTopicNames(store, slugs)])
  return { tree, addresses, timeZone, media: new Map(media.map((row) => [row.id, toMedia(row, addresses)])), topicNames }
}
