import type { Article } from '@gazette/schema/article'
import type { ArticleContent } from '@gazette/schema/article-content'
import type { BodyForm } from '@gazette/schema/article-query'
import { and, asc, eq, gt, inArray } from '../database/drizzle.ts'
import { type ContextOptions, readArticleContext } from './article-context.ts'
import type { ArticleHead } from './article-head.ts'
import { toArticle } from './article-mapper.ts'
import { summaryColumns } from './summary-columns.ts'

const isPublic = new Set(['published', 'withdrawn'])

/**
 * The next articles by id that were ever published. Whether they still are is looked at afterwards: asked for it, SQLite would
 * find all of that state first and sort them, for each batch anew.
 */
export const selectBatch = ({ store: { db, tables } }: Pick<ContextOptions, 'store'>, afterId: string, limit: number) => {
  const { articles, revisions } = tables
  const isShown = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  return db
    .select({ ...summaryColumns(articles), content: revisions.content })
    .from(articles)
    .innerJoin(revisions, isShown)
    .where(gt(articles.id, afterId))
    .orderBy(asc(articles.id))
    .limit(limit)
}

const readLegacyUrls = async ({ store: { db, tables } }: ContextOptions, ids: string[]): Promise<Map<string, string[]>> => {
  const { redirects } = tables
  const urls = new Map<string, string[]>()
  if (ids.length === 0) return urls
  const rows = await db
    .select({ articleId: redirects.articleId, url: redirects.url })
    .from(redirects)
    .where(inArray(redirects.articleId, ids))
    .orderBy(asc(redirects.createdAt), asc(redirects.addressKey))
  for (const { articleId, url } of rows) if (articleId !== null) urls.set(articleId, [...(urls.get(articleId) ?? []), url])
  return urls
}

/**
 * All public articles in the order of their ids, some at a time: memory holds one batch however many there are.
 * An article that is public from beginning to end comes exactly once.
 */
export async function* readArticleBatches(options: ContextOptions, form: BodyForm, batchSize: number): AsyncGenerator<Article[]> {
  let afterId = ''
  while (true) {
    const found = await selectBatch(options, afterId, batchSize)
    const last = found.at(-1)
    if (!last) return
    afterId = last.id
    const rows = found.filter(({ status }) => isPublic.has(status))
    const parsed = rows.map((row) => ({
      row,
      head: JSON.parse(row.head) as ArticleHead,
      content: JSON.parse(row.content) as ArticleContent,
    }))
    const [context, urls] = await Promise.all([
      readArticleContext(
        options,
        parsed,
        parsed.map(({ content }) => content),
      ),
      readLegacyUrls(
        options,
        rows.map(({ id }) => id),
      ),
    ])
    yield parsed.map(({ row, head, content }) => toArticle(context, row, head, { content, legacyUrls: urls.get(row.id) ?? [], form }))
  }
}
