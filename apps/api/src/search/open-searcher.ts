import BetterSqlite from 'better-sqlite3'
import { drizzleSqlite } from '../database/drizzle.ts'
import type { Phrase } from './analyse-text.ts'
import type { Analyser } from './analyser.ts'
import { createFinder, type SearchAnswer, type SearchRequest, type TooLong } from './create-finder.ts'
import { type Highlights, highlightArticles } from './highlight-articles.ts'
import type { RankingWeights } from './rank.ts'
import { createSqliteEngine } from './sqlite-engine.ts'
import { type Suggestions, suggestQueries } from './suggest-queries.ts'
import { createYearInZone } from './year-in-zone.ts'

/** Where and how to search. Plain data: it crosses to another thread. */
export type SearcherOptions = { databasePath: string; timeZone: string; weights: RankingWeights }

/** Answers searches at once: whoever asks waits meanwhile, some tens of milliseconds at most. */
export type Searcher = {
  find(request: SearchRequest): SearchAnswer | TooLong
  /** What could be meant by the beginning of a query. */
  suggest(query: string): Suggestions
  /** @param contents JSON of public revisions */
  highlight(contents: string[], phrases: Phrase[]): Highlights[]
  close(): void
}

const cacheKibibytes = 64 * 1024
const mappedBytes = 4 * 1024 ** 3

const openReading = (path: string): BetterSqlite.Database => {
  const connection = new BetterSqlite(path, { readonly: true, timeout: 10_000 })
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  connection.pragma(`mmap_size = ${mappedBytes}`)
  return connection
}

/** Opens the index on a connection of its own. Everything about a search that takes time happens here. */
export const openSearcher = ({ databasePath, timeZone, weights }: SearcherOptions, analyser: Analyser): Searcher => {
  const connection = openReading(databasePath)
  const index = drizzleSqlite(connection)
  return {
    find: createFinder({ engine: createSqliteEngine(connection, createYearInZone(timeZone)), index, analyser, weights }),
    suggest: (query) => suggestQueries(index, query),
    highlight: highlightArticles,
    close: () => void connection.close(),
  }
}
