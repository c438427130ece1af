import type { Article, ArticleSummary } from '@gazette/schema/article'
import type { ArticleContent } from '@gazette/schema/article-content'
import type { BodyForm } from '@gazette/schema/article-query'
import { and, asc, eq } from 'drizzle-orm'
import { Gone, NotFound } from '../errors.ts'
import { type ContextOptions, readArticleContext } from './article-context.ts'
import type { ArticleHead } from './article-head.ts'
import { type ArticleRow, toArticle, toArticleSummary } from './article-mapper.ts'
import { summaryColumns } from './summary-columns.ts'

export type HeadedRow = ArticleRow & { head: string }

/**
 * The row of an article that readers may see.
 * @throws {NotFound} when there is none @throws {Gone} with the reason once it is removed
 */
export const getPublicRow = async ({ store: { db, tables } }: ContextOptions, id: string): Promise<HeadedRow> => {
  const rows = await db.select(summaryColumns(tables.articles)).from(tables.articles).where(eq(tables.articles.id, id))
  const row = rows[0]
  // An article that was never published must look exactly like one that never was.
  if (!row || row.publishedRevision === null) throw new NotFound('article-not-found')
  if (row.status === 'removed') throw new Gone('article-removed', row.reason ? { detail: row.reason } : {})
  return row
}

/** Summaries of rows, in their order. */
export const toSummaries = async (options: ContextOptions, rows: readonly HeadedRow[]): Promise<ArticleSummary[]> => {
  const parsed = rows.map((row) => ({ row, head: JSON.parse(row.head) as ArticleHead }))
  const context = await readArticleContext(options, parsed, [])
  return parsed.map(({ row, head }) => toArticleSummary(context, row, head))
}

/** One article. @throws {NotFound} when there is none @throws {Gone} with the reason once it is removed */
export const getArticle = async (options: ContextOptions, id: string, form: BodyForm): Promise<Article> => {
  const { db, tables } = options.store
  const { redirects, revisions } = tables
  const row = await getPublicRow(options, id)
  const isPublic = and(eq(revisions.articleId, id), eq(revisions.number, row.publishedRevision ?? 0))
  const [contents, addresses] = await Promise.all([
    db.select({ content: revisions.content }).from(revisions).where(isPublic),
    db
      .select({ url: redirects.url })
      .from(redirects)
      .where(eq(redirects.articleId, id))
      .orderBy(asc(redirects.createdAt), asc(redirects.addressKey)),
  ])
  const content = JSON.parse(contents[0]?.content ?? '') as ArticleContent
  const head = JSON.parse(row.head) as ArticleHead
  const context = await readArticleContext(options, [{ row, head }], [content])
  return toArticle(context, row, head, { content, legacyUrls: addresses.map(({ url }) => url), form })
}
