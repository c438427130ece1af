import { setImmediate as pause } from 'node:timers/promises'
import { and, count, desc, eq, sql } from '../database/drizzle.ts'
import type { Database } from '../database/store.ts'
import type { Analyser } from './analyser.ts'
import type { Analysis } from './analysis.ts'
import { type IndexedPlaces, writeApplied } from './catch-up.ts'
import { unindexArticles } from './index-articles.ts'
import { findDamage, isIndexDamage } from './index-damage.ts'
import type { SearchIndex } from './open-search-index.ts'
import { analysedBatches, type RebuildPosition, writeBatch } from './rebuild-batches.ts'
import { dropTables, forgetTables, type Removal, resetIndex } from './reset-index.ts'
import { clearState, readState, writeState } from './search-state.ts'
import { type WordChanges, writeWords } from './vocabulary.ts'

/** How far a rebuild has come, in articles. */
export type RebuildProgress = { done: number; total: number }

type RebuildState = RebuildPosition & { analyser: string; done: number }

export type RebuildOptions = {
  index: SearchIndex
  analyser: Analyser
  analysis: Analysis
  /** Articles a transaction: a few where others wait for the event loop, many where nobody does. */
  batch: number
  /** Begins anew even where an interrupted rebuild could be continued. */
  fromStart?: boolean
  onProgress?: (progress: RebuildProgress) => void
  /** Stops after the batch in progress; the next rebuild continues there. */
  signal?: AbortSignal
}

const countPublished = async ({ tables: { articles }, articles: db }: IndexedPlaces): Promise<number> => {
  const rows = await db.select({ total: count() }).from(articles).where(eq(articles.status, 'published'))
  return rows[0]?.total ?? 0
}

const begin = async (places: IndexedPlaces, analyser: Analyser, fromStart: boolean): Promise<RebuildState> => {
  const { index, articles, tables } = places
  const saved = readState(index, 'rebuild')
  const state = saved === null ? null : (JSON.parse(saved) as RebuildState)
  if (state?.analyser === analyser.version && !fromStart) return state
  // From here on changes are applied as they come; what the rebuild reads later is newer still.
  const newest = await articles.select().from(tables.changes).orderBy(desc(tables.changes.sequence)).limit(1)
  writeApplied(index, newest[0] ?? null)
  return { analyser: analyser.version, publishedAt: Number.MIN_SAFE_INTEGER, id: '', done: 0 }
}

const indexedIds = (index: Database, after: string, limit: number): string[] =>
  index
    .all<{ article_id: string }>(
      sql`SELECT article_id FROM search_documents WHERE article_id > ${after} ORDER BY article_id LIMIT ${limit}`,
    )
    .map((row) => row.article_id)

/** Drops entries of articles that are not public any more. @returns the last id looked at, null at the end */
const dropStale = async (places: IndexedPlaces, after: string): Promise<string | null> => {
  const { tables, articles: db, index } = places
  const ids = indexedIds(index, after, 500)
  const published = await db
    .select({ id: tables.articles.id })
    .from(tables.articles)
    .where(
      and(
        eq(tables.articles.status, 'published'),
        sql`${tables.articles.id} > ${after}`,
        sql`${tables.articles.id} <= ${ids.at(-1) ?? after}`,
      ),
    )
  const known = new Set(published.map(({ id }) => id))
  const words: WordChanges = new Map()
  unindexArticles(
    index,
    ids.filter((id) => !known.has(id)),
    words,
  )
  writeWords(index, words)
  return ids.at(-1) ?? null
}

const indexTables = ['search_text', 'search_title', 'search_words'].map((name) => sql.identifier(name))

/** FTS5's own value: of a segment that lost a tenth of its entries the rest is merged. */
const mergesAtPercent = 10

/**
 * A rebuild replaces every entry. Merging what is left of the old ones again and again takes twice as long as all the rest;
 * at its end they are merged at once.
 */
const setDeleteMerge = (index: Database, percent: number): void => {
  for (const table of indexTables) index.run(sql`INSERT INTO ${table} (${table}, rank) VALUES ('deletemerge', CAST(${percent} AS INTEGER))`)
}

const pagesAStep = 2000

/** Merges the parts that writing leaves behind, a little at a time, until nothing is left to merge. */
const compact = async ({ withTransaction }: SearchIndex, signal: AbortSignal | undefined): Promise<void> => {
  for (const table of indexTables) {
    for (let first = true, working = true; working && !signal?.aborted; first = false) {
      working = await withTransaction(async ({ index }) => {
        const before = index.get<{ total: number }>(sql`SELECT total_changes() AS total`)?.total ?? 0
        // A negative number asks that even parts of very different size are merged; once is enough to say so.
        index.run(sql`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${first ? -pagesAStep : pagesAStep})`)
        // FTS5 reports work done by more than one change (its documentation, "The 'merge' command").
        return (index.get<{ total: number }>(sql`SELECT total_changes() AS total`)?.total ?? 0) - before >= 2
      })
    }
  }
}

/** Begins, with new tables where the old ones are damaged. */
const open = async ({ index, analyser, fromStart = false }: RebuildOptions): Promise<RebuildState> => {
  const openWith = (removal: Removal | null): Promise<RebuildState> =>
    index.withTransaction(async (places) => {
      if (removal) resetIndex(places.index, removal)
      setDeleteMerge(places.index, 0)
      return begin(places, analyser, fromStart)
    })
  if (findDamage(index.path) === null) return openWith(null)
  try {
    return await openWith(dropTables)
  } catch (error) {
    if (!isIndexDamage(error)) throw error
    return openWith(forgetTables)
  }
}

/**
 * Indexes every published article again, oldest first, while searches and publishing go on. Interrupted, it continues
 * where it stopped. Where the index is damaged its tables are made anew first.
 * @returns whether it came to the end
 */
export const rebuildIndex = async (options: RebuildOptions): Promise<boolean> => {
  const { index, analyser, analysis, batch, onProgress, signal } = options
  const total = await countPublished(index.committed)
  let state = await open(options)
  onProgress?.({ done: state.done, total: Math.max(total, state.done) })
  for await (const analysed of analysedBatches(index, analysis, state, batch)) {
    if (signal?.aborted) return false
    const next: RebuildState = { ...state, ...analysed.last, done: state.done + analysed.entries.length }
    await index.withTransaction(async (places) => {
      await writeBatch(places, analysed)
      writeState(places.index, 'rebuild', JSON.stringify(next))
    })
    state = next
    onProgress?.({ done: state.done, total: Math.max(total, state.done) })
    await pause()
  }
  for (let after: string | null = ''; after !== null && !signal?.aborted; ) {
    const from: string = after
    after = await index.withTransaction((places) => dropStale(places, from))
    await pause()
  }
  await compact(index, signal)
  if (signal?.aborted) return false
  await index.withTransaction(async ({ index: db }) => {
    setDeleteMerge(db, mergesAtPercent)
    writeState(db, 'analyser', analyser.version)
    clearState(db, 'rebuild')
    clearState(db, 'incomplete')
  })
  return true
}
