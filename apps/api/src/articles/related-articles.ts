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

/**
 * A topic may be on a tenth of all articles, and to count what each of them shares would take longer than all the rest of a page.
 * So the newest of each topic are looked at, by their ids, which follow the time of creation; of a smaller topic that is all.
 */
const candidatesOfTopic = 200

const listBySharedTopics = async (
  { store: { db, tables } }: ContextOptions,
  id: string,
  slugs: string[],
  limit: number,
): Promise<string[]> => {
  if (slugs.length === 0) return []
  const { articles, articleTopics } = tables
  const shared = sql<number>`count(*)`
  const newestOf = (slug: string): SQL =>
    sql`SELECT article_id FROM (SELECT article_id FROM ${articleTopics} WHERE topic_slug = ${slug} ORDER BY article_id DESC LIMIT ${candidatesOfTopic}) AS newest`
  const candidates = sql.join(slugs.map(newestOf), sql` UNION ALL `)
  // An expression, lest SQLite goes through all published articles by their index instead of the few candidates.
  const isPublished = sql`coalesce(${articles.status}, '') = 'published'`
  const rows = await db
    .select({ id: articles.id })
    .from(articleTopics)
    .innerJoin(articles, eq(articles.id, articleTopics.articleId))
    .where(
      and(inArray(articleTopics.topicSlug, slugs), sql`${articleTopics.articleId} IN (${candidates})`, ne(articles.id, id), isPublished),
    )
    .groupBy(articles.id, articles.publishedAt)
    .orderBy(desc(shared), desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

/**
 * Articles that share the most topics, newest first among equals (of very large topics: among the newest); then the newest of the same channel.
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
