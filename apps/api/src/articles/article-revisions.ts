import type { ArticleContent } from '@gazette/schema/article-content'
import type { ArticleRevision } from '@gazette/schema/revision'
import { and, desc, eq, isNotNull, lte } from '../database/drizzle.ts'
import { toZonedInstant } from '../time-zone.ts'
import type { ContextOptions } from './article-context.ts'
import { getPublicRow } from './article-read.ts'

/**
 * The states of an article that readers have seen, newest first. Drafts between them are not told of.
 * @throws {NotFound} or {Gone} like the article itself
 */
export const listRevisions = async (options: ContextOptions, id: string): Promise<ArticleRevision[]> => {
  const { store, timeZone } = options
  const { revisions } = store.tables
  const { publishedRevision } = await getPublicRow(options, id)
  const wasPublic = and(eq(revisions.articleId, id), isNotNull(revisions.publishedAt), lte(revisions.number, publishedRevision ?? 0))
  const rows = await store.db.select().from(revisions).where(wasPublic).orderBy(desc(revisions.number))
  return rows.map(({ number, publishedAt, content, contentHash }) => ({
    revision: number,
    at: toZonedInstant(publishedAt ?? 0, timeZone),
    title: (JSON.parse(content) as ArticleContent).title,
    contentHash,
  }))
}
