import type { PageStart } from './page-of-ranked.ts'
import type { Condition, Interpretation } from './plan-query.ts'
import type { RankingWeights } from './rank.ts'
import type { DocumentFacts } from './rank-candidates.ts'
import type { SearchFilters } from './search-filters.ts'

export type SearchSort = 'relevance' | '-publishedAt' | 'publishedAt'

/** A search as the engine is asked. */
export type EngineRequest = {
  interpretation: Interpretation
  excluded: Condition[]
  /** The terms of the query, each of which may be a name. */
  names: string[]
  /** The whole query: the title it may be. */
  whole: string
  filters: SearchFilters
  sort: SearchSort
  start: PageStart
  /** The oldest document that was ranked for the first page; null on the first page. Later pages rank the same ones. */
  floor: number | null
  limit: number
  facets: boolean
  weights: RankingWeights
}

/** How many documents of the answer have a value, most first. */
export type FacetCount = { value: string; count: number }
export type FacetCounts = Record<'channels' | 'kinds' | 'sources' | 'topics' | 'years', FacetCount[]>

export type EngineMatch = { docid: number; articleId: string; key: number }

/** One page of matches. `total` is exact up to the number of documents an engine reads of one query, else at least that. */
export type EngineAnswer = {
  matches: EngineMatch[]
  hasNext: boolean
  hasPrevious: boolean
  total: number
  totalIsExact: boolean
  facets: FacetCounts | null
  floor: number | null
}

/** What a document contributes to facets. */
export type FacetFacts = DocumentFacts & { source: string | null; topics: string[] }

/** Finds documents; busy meanwhile for up to some tens of milliseconds. */
export type SearchEngine = {
  find(request: EngineRequest): EngineAnswer
}

/** Matches read of one query: beyond it totals say "over". */
export const matchesMaximum = 10_000

/** The newest matches are ranked, with as many of each better kind (in the title, as words); the others follow by age. */
export const rankedMaximum = 500
