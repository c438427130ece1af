import { and, asc, desc, eq, ne, sql } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { orderFrom } from './article-order.ts'
import { summaryColumns } from './summary-columns.ts'

const id = sql.placeholder('id')
const channelId = sql.placeholder('channelId')

const prepareNeighbour = ({ db, tables: { articles } }: Store, sort: 'publishedAt' | '-publishedAt') => {
  const order = orderFrom(articles, sort, { direction: 'forward', instant: sql.placeholder('publishedAt'), id })
  return db
    .select(summaryColumns(articles))
    .from(articles)
    .where(and(eq(articles.channelId, channelId), eq(articles.status, 'published'), order.condition))
    .orderBy(...order.orderBy)
    .limit(1)
    .prepare()
}

const prepare = (store: Store) => {
  const { db, tables } = store
  const { articles, articleTopics, articleViews, redirects, revisions, topics } = tables
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  return {
    /** The row of an article without its content. */
    row: db.select(summaryColumns(articles)).from(articles).where(eq(articles.id, id)).prepare(),
    /** The row of an article with the content readers see; null while there is none. */
    article: db
      .select({ ...summaryColumns(articles), content: revisions.content })
      .from(articles)
      .leftJoin(revisions, isPublic)
      .where(eq(articles.id, id))
      .prepare(),
    legacyUrls: db
      .select({ url: redirects.url })
      .from(redirects)
      .where(eq(redirects.articleId, id))
      .orderBy(asc(redirects.createdAt), asc(redirects.addressKey))
      .prepare(),
    topics: db
      .select({ slug: topics.slug, name: topics.name })
      .from(articleTopics)
      .innerJoin(topics, eq(topics.slug, articleTopics.topicSlug))
      .where(eq(articleTopics.articleId, id))
      .prepare(),
    /** Views that are written already. */
    views: db.select({ views: articleViews.views }).from(articleViews).where(eq(articleViews.articleId, id)).prepare(),
    /** What the channel published just before `publishedAt` and `id`. Takes `channelId`, too, as does the next. */
    previous: prepareNeighbour(store, '-publishedAt'),
    /** And just after. */
    next: prepareNeighbour(store, 'publishedAt'),
    /** The `limit` newest articles of the channel but `id`. */
    newestOfChannel: db
      .select(summaryColumns(articles))
      .from(articles)
      .where(and(eq(articles.status, 'published'), eq(articles.channelId, channelId), ne(articles.id, id)))
      .orderBy(desc(articles.publishedAt), desc(articles.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  }
}
export type ArticleStatements = ReturnType<typeof prepare>

const prepared = new WeakMap<Store, ArticleStatements>()

/** Statements about one article, built and compiled once: that takes longer than to run them. Each takes `id`. */
export const articleStatements = (store: Store): ArticleStatements => {
  const known = prepared.get(store)
  if (known) return known
  const made = prepare(store)
  prepared.set(store, made)
  return made
}
