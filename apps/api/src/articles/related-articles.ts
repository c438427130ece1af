import type { ArticleSummary } from '@gazette/schema/article'
import { and, desc, eq, inArray, ne, type SQL, sql } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import type { ContextOptions } from './article-context.ts'
import type { ArticleHead } from './article-head.ts'
import { getPublicRow, type HeadedRow, toSummaries } from './article-read.ts'
import { articleStatements } from './article-statements.ts'
import { summaryColumns } from './summary-columns.ts'

/**
 * A topic may be on a tenth of all articles, and to count what each of them shares would take longer than all the rest of a page.
 * So the newest of each topic are looked at, by their ids, which follow the time of creation; of a smaller topic that is all.
 */
const candidatesOfTopic = 200

const topicName = (index: number): string => `topic${index}`

/** A statement for articles with that many topics; it takes `id`, `limit` and each topic by its `topicName`. */
const prepareShared = ({ db, tables: { articles, articleTopics } }: Store, topicCount: number) => {
  const slugs = Array.from({ length: topicCount }, (_, index) => sql.placeholder(topicName(index)))
  const newestOf = (slug: (typeof slugs)[number]): SQL =>
    sql`SELECT article_id FROM (SELECT article_id FROM ${articleTopics} WHERE topic_slug = ${slug} ORDER BY article_id DESC LIMIT ${sql.raw(`${candidatesOfTopic}`)}) AS newest`
  const candidates = sql.join(slugs.map(newestOf), sql` UNION ALL `)
  // An expression, lest SQLite goes through all published articles by their index instead of the few candidates.
  const isPublished = sql`coalesce(${articles.status}, '') = 'published'`
  const limit = sql.placeholder('limit')
  const shared = sql<number>`count(*)`
  const ranked = db
    .select({ id: articles.id, shared: shared.as('shared') })
    .from(articleTopics)
    .innerJoin(articles, eq(articles.id, articleTopics.articleId))
    .where(
      and(
        inArray(articleTopics.topicSlug, slugs),
        sql`${articleTopics.articleId} IN (${candidates})`,
        ne(articles.id, sql.placeholder('id')),
        isPublished,
      ),
    )
    .groupBy(articles.id, articles.publishedAt)
    .orderBy(desc(shared), desc(articles.publishedAt), desc(articles.id))
    .limit(limit)
    .as('ranked')
  return db
    .select(summaryColumns(articles))
    .from(ranked)
    .innerJoin(articles, eq(articles.id, ranked.id))
    .orderBy(desc(ranked.shared), desc(articles.publishedAt), desc(articles.id))
    .prepare()
}

const prepared = new WeakMap<Store, Map<number, ReturnType<typeof prepareShared>>>()

const sharedStatement = (store: Store, topicCount: number): ReturnType<typeof prepareShared> => {
  const known = prepared.get(store) ?? new Map<number, ReturnType<typeof prepareShared>>()
  prepared.set(store, known)
  const statement = known.get(topicCount) ?? prepareShared(store, topicCount)
  known.set(topicCount, statement)
  return statement
}

const listBySharedTopics = async (store: Store, id: string, slugs: string[], limit: number): Promise<HeadedRow[]> => {
  if (slugs.length === 0) return []
  const topics = Object.fromEntries(slugs.map((slug, index) => [topicName(index), slug]))
  return sharedStatement(store, slugs.length).execute({ id, limit, ...topics })
}

/**
 * Rows of articles that share the most topics, newest first among equals (of very large topics: among the newest);
 * then the newest of the same channel.
 */
export const readRelated = async ({ store }: ContextOptions, row: HeadedRow, limit: number): Promise<HeadedRow[]> => {
  const { id, channelId } = row
  const { topics } = JSON.parse(row.head) as ArticleHead
  const shared = await listBySharedTopics(store, id, topics, limit)
  // Enough even when all of those are of this channel.
  const newest = shared.length >= limit ? [] : await articleStatements(store).newestOfChannel.execute({ id, channelId, limit })
  return [...new Map([...shared, ...newest].map((candidate) => [candidate.id, candidate])).values()].slice(0, limit)
}

/**
 * Related articles, nearest first.
 * @throws {NotFound} or {Gone} like the article itself
 */
export const listRelated = async (options: ContextOptions, id: string, limit: number): Promise<ArticleSummary[]> =>
  toSummaries(options, await readRelated(options, await getPublicRow(options, id), limit))
