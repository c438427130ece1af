import { eq } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'

/** Views of an article that are written already. */
export const readViews = async ({ db, tables: { articleViews } }: Store, articleId: string): Promise<number> => {
  const rows = await db.select({ views: articleViews.views }).from(articleViews).where(eq(articleViews.articleId, articleId))
  return rows[0]?.views ?? 0
}
