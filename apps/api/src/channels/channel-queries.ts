import { and, count, eq, inArray } from '../database/drizzle.ts'
import type { Database, Store } from '../database/store.ts'
import { type ChannelTree, createChannelTree } from './channel-tree.ts'

/** Reads all channels. There are hundreds at most, so one statement serves every question about the tree. */
export const readChannelTree = async (store: Pick<Store, 'tables'>, db: Database): Promise<ChannelTree> => {
  const rows = await db.select().from(store.tables.channels)
  return createChannelTree(
    rows.map(({ updatedAt: _, keywords, ...channel }) => ({ ...channel, keywords: JSON.parse(keywords) as string[] })),
  )
}

/** Published articles in any of the channels. */
export const countPublished = async ({ db, tables: { articles } }: Store, channelIds: string[]): Promise<number> => {
  const rows = await db
    .select({ articles: count() })
    .from(articles)
    .where(and(eq(articles.status, 'published'), inArray(articles.channelId, channelIds)))
  return rows[0]?.articles ?? 0
}
