import type { ArticleSummary } from '@gazette/schema/article'
import { and, desc, eq, inArray, ne, type SQL, sql } from '../database/drizzle.ts'
import type { ContextOptions } from './article-context.ts'
import type { ArticleHead } from './article-head.ts'
import { getPublicRow, type HeadedRow, toSummaries } from './article-read.ts'
import { summaryColumns } from './summary-columns.ts'

const listNewest = ({ store: { db, tables } }: ContextOptions, condition: SQL | undefined, limit: number): Promise<HeadedRow[]> =>
  Promise.resolve(
    db
      .select(summaryColumns(tables.articles))
      .from(tables.articles)
      .where(and(eq(tables.articles.status, 'published'), condition))
      .orderBy(desc(tables.articles.publishedAt), desc(tables.articles.id))
      .limit(limit),
  )

const listBySharedTopics = async (
  { store: { db, tables } }: ContextOptions,
  id: string,
  slugs: string[],
  limit: number,
): Promise<string[]> => {
  if (slugs.length === 0) return []
  const { articles, articleTopics } = tables
  const shared = sql<number>`count(*)`
  const rows = await db
    .select({ id: articles.id })
    .from(articleTopics)
    .innerJoin(articles, eq(articles.id, articleTopics.articleId))
    .where(and(inArray(articleTopics.topicSlug, slugs), ne(articles.id, id), eq(articles.status, 'published')))
    .groupBy(articles.id, articles.publishedAt)
    .orderBy(desc(shared), desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

/**
 * Articles that share the most topics, newest first among equals; then the newest of the same channel.
 * @throws {NotFound} or {Gone} like the article itself
 */
export const listRelated = async (
  options: ContextOptions,
  id: string,
  limit: number,
): Promise<{ data: ArticleSummary[]; channelId: string; topics: string[] }> => {
  const row = await getPublicRow(options, id)
  const { topics } = JSON.parse(row.head) as ArticleHead
  const { articles } = options.store.tables
  const ids = await listBySharedTopics(options, id, topics, limit)
  const related = ids.length === 0 ? [] : await listNewest(options, inArray(articles.id, ids), limit)
  const fromChannel = await listNewest(options, and(eq(articles.channelId, row.channelId), ne(articles.id, id)), limit)
  const ranked = [...related.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), ...fromChannel]
  const distinct = [...new Map(ranked.map((candidate) => [candidate.id, candidate])).values()].slice(0, limit)
  return { data: await toSummaries(options, distinct), channelId: row.channelId, topics }
}
