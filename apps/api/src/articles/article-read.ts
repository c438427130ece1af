import type { Article, ArticleSummary } from '@gazette/schema/article'
import type { ArticleContent } from '@gazette/schema/article-content'
import type { BodyForm } from '@gazette/schema/article-query'
import { Gone, NotFound } from '../errors.ts'
import { type ContextOptions, readArticleContext } from './article-context.ts'
import type { ArticleHead } from './article-head.ts'
import { type ArticleRow, toArticle, toArticleSummary } from './article-mapper.ts'
import { articleStatements } from './article-statements.ts'

export type HeadedRow = ArticleRow & { head: string }

type FoundRow = HeadedRow & { content: string | null }

const requirePublic = <Row extends HeadedRow>(row: Row | undefined): Row => {
  // An article that was never published must look exactly like one that never was.
  if (!row || row.publishedRevision === null) throw new NotFound('article-not-found')
  if (row.status === 'removed') throw new Gone('article-removed', row.reason ? { detail: row.reason } : {})
  return row
}

/**
 * The row of an article that readers may see.
 * @throws {NotFound} when there is none @throws {Gone} with the reason once it is removed
 */
export const getPublicRow = async ({ store }: ContextOptions, id: string): Promise<HeadedRow> => {
  const [row] = await articleStatements(store).row.execute({ id })
  return requirePublic(row)
}

/** Summaries of rows, in their order. */
export const toSummaries = async (options: ContextOptions, rows: readonly HeadedRow[]): Promise<ArticleSummary[]> => {
  const parsed = rows.map((row) => ({ row, head: JSON.parse(row.head) as ArticleHead }))
  const context = await readArticleContext(options, parsed, [])
  return parsed.map(({ row, head }) => toArticleSummary(context, row, head))
}

const readTopicNames = async ({ store }: ContextOptions, id: string, head: ArticleHead): Promise<Map<string, string>> => {
  const rows = head.topics.length === 0 ? [] : await articleStatements(store).topics.execute({ id })
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

/** One article. @throws {NotFound} when there is none @throws {Gone} with the reason once it is removed */
export const getArticle = async (options: ContextOptions, id: string, form: BodyForm): Promise<Article> => {
  const [found] = await articleStatements(options.store).article.execute({ id })
  const row: FoundRow = requirePublic(found)
  const head = JSON.parse(row.head) as ArticleHead
  const content = JSON.parse(row.content ?? '') as ArticleContent
  const [addresses, topicNames] = await Promise.all([
    articleStatements(options.store).legacyUrls.execute({ id }),
    readTopicNames(options, id, head),
  ])
  const context = await readArticleContext(options, [{ row, head }], [content], topicNames)
  return toArticle(context, row, head, { content, legacyUrls: addresses.map(({ url }) => url), form })
}
