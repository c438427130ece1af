import type { Database } from '../database/store.ts'
import type { Phrase } from './analyse-text.ts'
import type { Analyser } from './analyser.ts'
import { correctTerm } from './correct-query.ts'
import type { PageStart } from './page-of-ranked.ts'
import { parseSearchQuery, type SearchQuery } from './parse-search-query.ts'
import { type Interpretation, phrasesOf, planQuery } from './plan-query.ts'
import type { RankingWeights } from './rank.ts'
import type { EngineAnswer, SearchEngine, SearchSort } from './search-engine.ts'
import type { SearchFilters } from './search-filters.ts'
import { withSynonyms } from './synonyms.ts'

/** How a query was read: as typed, by its words, or by most of them. Later pages keep to it. */
export type Reading = (typeof readings)[number]
export const readings = ['typed', 'loose', 'allButOne', 'allButTwo'] as const

/** A short term that is found as typed less often is looked for by its words too. */
const typedMinimum = 10

export type SearchRequest = {
  query: string
  filters: SearchFilters
  sort: SearchSort
  start: PageStart
  limit: number
  facets: boolean
  /** What the first page told of the documents it ranked; null on the first page. */
  floor: number | null
  /** How the first page was read; null on the first page. */
  reading: Reading | null
}

/** One page of what was found. */
export type SearchAnswer = EngineAnswer & {
  reading: Reading
  /** What to highlight. */
  phrases: Phrase[]
  /** Another query that finds something, when this one does not. */
  suggestion: string | null
}

const nothingFound: EngineAnswer = {
  matches: [],
  hasNext: false,
  hasPrevious: false,
  total: 0,
  totalIsExact: true,
  facets: null,
  floor: null,
}

type Terms = Extract<SearchQuery, { kind: 'terms' }>

export type FinderOptions = { engine: SearchEngine; index: Database; analyser: Analyser; weights: RankingWeights }

const readTyped = (query: string, { synonyms }: Analyser): SearchQuery => {
  const parsed = parseSearchQuery(query)
  return parsed.kind === 'terms' ? { ...parsed, included: parsed.included.map((term) => withSynonyms(term, synonyms)) } : parsed
}

/**
 * Asks the engine for what the terms mean: as typed; by their words, when that is meant from the start or little is found
 * as typed; by most of their words, when nothing else is found.
 */
const findTerms = ({ engine, analyser, weights }: FinderOptions, terms: Terms, request: SearchRequest): SearchAnswer => {
  const { typed, loose, partial, isLongTerm, excluded, whole } = planQuery(terms, analyser.getSegmenter())
  const names = terms.included.map(({ text }) => text)
  const interpretations = new Map<Reading, Interpretation>([['typed', typed]])
  for (const [index, interpretation] of [loose, ...partial].entries()) {
    const reading = readings[index + 1]
    if (interpretation !== null && reading !== undefined) interpretations.set(reading, interpretation)
  }
  const ask = (reading: Reading): SearchAnswer => {
    const { filters, sort, start, floor, limit, facets } = request
    const interpretation = interpretations.get(reading) ?? typed
    const answer = engine.find({ interpretation, excluded, names, whole, filters, sort, start, floor, limit, facets, weights })
    const phrases = phrasesOf(interpretation === typed ? typed.required : [...typed.required, ...(loose?.required ?? [])])
    return { ...answer, reading, phrases, suggestion: null }
  }
  if (request.reading !== null) return ask(request.reading)
  let best = ask(isLongTerm && loose !== null ? 'loose' : 'typed')
  if (best.reading === 'typed' && loose !== null && best.total < typedMinimum) {
    const byWords = ask('loose')
    if (byWords.total > best.total) best = byWords
  }
  for (const reading of readings.slice(2)) if (best.total === 0 && interpretations.has(reading)) best = ask(reading)
  return best
}

const atStart: Pick<SearchRequest, 'start' | 'floor' | 'limit' | 'facets' | 'reading'> = {
  floor: null,
  start: { kind: 'offset', offset: 0 },
  limit: 1,
  facets: false,
  reading: null,
}

/** The query with one term corrected, if that finds something. */
const findSuggestion = (options: FinderOptions, terms: Terms, request: SearchRequest): string | null => {
  for (const [place, term] of terms.included.entries()) {
    for (const correction of correctTerm(options.index, term.text)) {
      const words = terms.included.map(({ text }, other) => (other === place ? correction : text))
      const suggestion = [...words, ...terms.excluded.map(({ text }) => `-${text}`)].join(' ')
      const parsed = readTyped(suggestion, options.analyser)
      if (parsed.kind !== 'terms') continue
      if (findTerms(options, parsed, { ...request, ...atStart }).total > 0) return suggestion
    }
  }
  return null
}

/** A query that asks for more than can be meant. */
export type TooLong = { kind: 'tooLong'; lengthMaximum: number }

/** Finds what a query asks for. */
export const createFinder =
  (options: FinderOptions) =>
  (request: SearchRequest): SearchAnswer | TooLong => {
    const parsed = readTyped(request.query, options.analyser)
    if (parsed.kind === 'tooLong') return parsed
    if (parsed.kind === 'nothing') return { ...nothingFound, reading: 'typed', phrases: [], suggestion: null }
    const answer = findTerms(options, parsed, request)
    return answer.total > 0 ? answer : { ...answer, suggestion: findSuggestion(options, parsed, request) }
  }
