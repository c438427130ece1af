import { count, eq, max } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import type { Published } from './inspect-site.ts'

/** What is published in every channel that has anything, in one statement. */
export const readPublished = async ({ db, tables: { articles } }: Store): Promise<Map<string, Published>> => {
  const rows = await db
    .select({ channelId: articles.channelId, articleCount: count(), lastPublishedAt: max(articles.publishedAt) })
    .from(articles)
    .where(eq(articles.status, 'published'))
    .groupBy(articles.channelId)
  return new Map(
    rows.map(({ channelId, articleCount, lastPublishedAt }) => [channelId, { articleCount, lastPublishedAt: lastPublishedAt ?? 0 }]),
  )
}
