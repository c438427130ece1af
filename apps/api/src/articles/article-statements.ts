import { and, asc, eq, sql } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { summaryColumns } from './summary-columns.ts'

const prepare = ({ db, tables }: Store) => {
  const { articles, articleTopics, redirects, revisions, topics } = tables
  const id = sql.placeholder('id')
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  return {
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
  }
}
export type ArticleStatements = ReturnType<typeof prepare>

const prepared = new WeakMap<Store, ArticleStatements>()

/** Statements that read one article, built and compiled once: that takes longer than to run them. Each takes `id`. */
export const articleStatements = (store: Store): ArticleStatements => {
  const known = prepared.get(store)
  if (known) return known
  const made = prepare(store)
  prepared.set(store, made)
  return made
}
