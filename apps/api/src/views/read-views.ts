import { eq } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { Gone, NotFound } from '../errors.ts'

/** So long the same number may be told again. */
export const viewsLifetimeSeconds = 60

/**
 * Views of an article that are written already; one look at two rows, without its text.
 * @throws {NotFound} when readers know no such article @throws {Gone} with the reason once it is removed
 */
export const readViews = async ({ db, tables: { articles, articleViews } }: Store, articleId: string): Promise<number> => {
  const rows = await db
    .select({
      status: articles.status,
      publishedRevision: articles.publishedRevision,
      reason: articles.reason,
      views: articleViews.views,
    })
    .from(articles)
    .leftJoin(articleViews, eq(articleViews.articleId, articles.id))
    .where(eq(articles.id, articleId))
  const row = rows[0]
  if (!row || row.publishedRevision === null) throw new NotFound('article-not-found')
  if (row.status === 'removed') throw new Gone('article-removed', row.reason ? { detail: row.reason } : {})
  return row.views ?? 0
}
