import { and, asc, eq, gt, inArray, max, type SQL } from '../database/drizzle.ts'
import type { Database, Tables } from '../database/store.ts'
import type { Analyser } from './analyser.ts'
import type { Analysis } from './analysis.ts'
import { inOrder } from './in-order.ts'
import { indexArticles, unindexArticles } from './index-articles.ts'
import type { IndexEntry } from './index-entry.ts'
import { readState, writeState } from './search-state.ts'
import { type WordChanges, writeWords } from './vocabulary.ts'

/** Where the articles are and where the index is: one database on SQLite, two beside PostgreSQL. */
export type IndexedPlaces = { tables: Tables; articles: Database; index: Database }

/** What the index needs to know of articles: those that match, published or not. */
export const selectIndexed = ({ tables: { articles, revisions }, articles: db }: IndexedPlaces, condition: SQL | undefined) => {
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  const columns = {
    id: articles.id,
    status: articles.status,
    channelId: articles.channelId,
    publishedAt: articles.publishedAt,
    contentHash: articles.contentHash,
    content: revisions.content,
  }
  return db.select(columns).from(articles).innerJoin(revisions, isPublic).where(condition)
}

type Refreshed = { entries: IndexEntry[]; hidden: string[] }

/** Articles read, analysed and written together: enough to keep several threads busy, few enough to hold in memory. */
const articlesAChunk = 100

async function* chunksOf(ids: readonly string[]): AsyncGenerator<string[]> {
  for (let start = 0; start < ids.length; start += articlesAChunk) yield ids.slice(start, start + articlesAChunk)
}

/** Brings the entries of articles in line with what readers may see of them: only published articles are found. */
const refreshArticles = async (places: IndexedPlaces, ids: readonly string[], analysis: Analysis): Promise<void> => {
  const words: WordChanges = new Map()
  const analyse = async (chunk: string[]): Promise<Refreshed> => {
    const rows = await selectIndexed(places, and(inArray(places.tables.articles.id, chunk), eq(places.tables.articles.status, 'published')))
    const published = new Map(rows.map((row) => [row.id, row]))
    // In the order of the changes, in which new articles take their numbers.
    const entries = await analysis.analyse(chunk.flatMap((id) => published.get(id) ?? []))
    return { entries, hidden: chunk.filter((id) => !published.has(id)) }
  }
  for await (const { entries, hidden } of inOrder(chunksOf(ids), analyse, analysis.width)) {
    unindexArticles(places.index, hidden, words)
    indexArticles(places.index, entries, words)
  }
  writeWords(places.index, words)
}

/** The change up to which the index is right; 0 when it has seen none. */
export const appliedChange = (index: Database): number => Number(readState(index, 'appliedChange') ?? 0)

/** Counts the changes committed to the articles that the index has not seen. Negative when it has seen some that are gone. */
export const createBehindCounter = ({ tables: { changes }, articles, index }: IndexedPlaces): (() => Promise<number>) => {
  const selectNewest = articles
    .select({ newest: max(changes.sequence) })
    .from(changes)
    .prepare()
  return async () => {
    const rows = await selectNewest.execute()
    return (rows[0]?.newest ?? 0) - appliedChange(index)
  }
}

type ChangeMark = { sequence: number; at: number; articleId: string | null }

const toMark = ({ at, articleId }: ChangeMark): string => `${at} ${articleId ?? ''}`

/** Remembers the last change the index has seen; null when there is none to see. */
export const writeApplied = (index: Database, change: ChangeMark | null): void => {
  writeState(index, 'appliedChange', String(change?.sequence ?? 0))
  writeState(index, 'appliedMark', change === null ? '' : toMark(change))
}

/**
 * Whether the change log is the one the index has followed. It is not when the database was exchanged for another of the
 * same name, or put back to an earlier state.
 */
export const followsSameLog = async ({ tables: { changes }, articles, index }: IndexedPlaces): Promise<boolean> => {
  const sequence = appliedChange(index)
  if (sequence === 0) return true
  const rows = await articles.select().from(changes).where(eq(changes.sequence, sequence))
  return rows[0] !== undefined && toMark(rows[0]) === readState(index, 'appliedMark')
}

/**
 * Applies the changes that are not in the index yet, at most `changesMaximum` of them, in one transaction of the index
 * that the caller holds.
 * @returns whether there may be more
 */
export const catchUp = async (places: IndexedPlaces, analyser: Analyser, analysis: Analysis, changesMaximum: number): Promise<boolean> => {
  const { tables, articles, index } = places
  const { changes } = tables
  const rows = await articles
    .select({ sequence: changes.sequence, at: changes.at, articleId: changes.articleId })
    .from(changes)
    .where(gt(changes.sequence, appliedChange(index)))
    .orderBy(asc(changes.sequence))
    .limit(changesMaximum)
  const last = rows.at(-1)
  if (last === undefined) return false
  // An index that begins here is this analyser's; one that was there is its maker's until it has been rebuilt.
  if (readState(index, 'appliedChange') === null) writeState(index, 'analyser', analyser.version)
  // An article that changed several times is looked at once: its entry shows what is public now.
  await refreshArticles(places, [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))], analysis)
  writeApplied(index, last)
  return rows.length === changesMaximum
}
