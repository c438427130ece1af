import type { ArticleContent } from '@gazette/schema/article-content'
import { and, asc, eq, gt, max } from 'drizzle-orm'
import type { Database, Tables } from '../database/store.ts'
import type { Analyser } from './analyser.ts'
import type { Segmenter } from './create-segmenter.ts'
import { indexArticle, unindexArticle } from './index-article.ts'
import { toSearchDocument } from './search-document.ts'
import { readState, writeState } from './search-state.ts'

/** Where the articles are and where the index is: one database on SQLite, two beside PostgreSQL. */
export type IndexedPlaces = { tables: Tables; articles: Database; index: Database }

/** Brings one article's entry in line with what readers may see of it: only published articles are found. */
export const refreshArticle = async (
  { tables, articles: db, index }: IndexedPlaces,
  id: string,
  segmenter: Segmenter,
  docid?: number,
): Promise<void> => {
  const { articles, revisions } = tables
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  const rows = await db
    .select({ status: articles.status, channelId: articles.channelId, contentHash: articles.contentHash, content: revisions.content })
    .from(articles)
    .innerJoin(revisions, isPublic)
    .where(eq(articles.id, id))
  const row = rows[0]
  if (row?.status !== 'published') return unindexArticle(index, id)
  const document = toSearchDocument({ id, channelId: row.channelId }, JSON.parse(row.content) as ArticleContent)
  return indexArticle(index, { document, contentHash: row.contentHash }, segmenter, docid)
}

/** The change up to which the index is right; 0 when it has seen none. */
export const appliedChange = async (index: Database): Promise<number> => Number((await readState(index, 'appliedChange')) ?? 0)

/** Changes committed to the articles that the index has not seen. Negative when it has seen some that are gone. */
export const countBehind = async ({ tables: { changes }, articles, index }: IndexedPlaces): Promise<number> => {
  const rows = await articles.select({ newest: max(changes.sequence) }).from(changes)
  return (rows[0]?.newest ?? 0) - (await appliedChange(index))
}

/**
 * Applies the changes that are not in the index yet, at most `changesMaximum` of them, in one transaction of the index
 * that the caller holds.
 * @returns whether there may be more
 */
export const catchUp = async (places: IndexedPlaces, analyser: Analyser, changesMaximum: number): Promise<boolean> => {
  const { tables, articles, index } = places
  const { changes } = tables
  const rows = await articles
    .select({ sequence: changes.sequence, articleId: changes.articleId })
    .from(changes)
    .where(gt(changes.sequence, await appliedChange(index)))
    .orderBy(asc(changes.sequence))
    .limit(changesMaximum)
  const last = rows.at(-1)
  if (last === undefined) return false
  // An index that begins here is this analyser's; one that was there is its maker's until it has been rebuilt.
  if ((await readState(index, 'appliedChange')) === null) await writeState(index, 'analyser', analyser.version)
  // An article that changed several times is looked at once: its entry shows what is public now.
  for (const id of new Set(rows.flatMap(({ articleId }) => articleId ?? []))) await refreshArticle(places, id, analyser.getSegmenter())
  await writeState(index, 'appliedChange', String(last.sequence))
  return rows.length === changesMaximum
}
