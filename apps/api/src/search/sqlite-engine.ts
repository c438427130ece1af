import type BetterSqlite from 'better-sqlite3'
import { toCandidates } from './candidate-lists.ts'
import { countFacets } from './count-facets.ts'
import { type DocidList, subtract } from './docid-list.ts'
import { createFactsReader } from './document-facts.ts'
import { pageOfRanked } from './page-of-ranked.ts'
import { byKey, type RankedDocument, rankCandidates } from './rank-candidates.ts'
import {
  type EngineAnswer,
  type EngineRequest,
  type FacetFacts,
  matchesMaximum,
  rankedMaximum,
  type SearchEngine,
} from './search-engine.ts'
import { isInSpan, type SearchFilters } from './search-filters.ts'
import { countOlder, readCandidates, readMatches } from './sqlite-candidates.ts'
import { createIndexReader } from './sqlite-index-reader.ts'

/** Taken from the number of a document to get a key that is below any score and still orders by age. */
const belowAllScores = 1e12

/** Orders by time of publication: the document number decides among equals. */
const rankByTime = (docids: DocidList, facts: ReadonlyMap<number, FacetFacts>, sort: EngineRequest['sort']): RankedDocument[] => {
  const dated = docids.flatMap((docid) => {
    const known = facts.get(docid)
    return known ? [{ docid, key: known.publishedAt }] : []
  })
  return dated.sort(sort === 'publishedAt' ? (a, b) => byKey(b, a) : byKey)
}

const isSpanned = ({ from, to }: SearchFilters): boolean => from !== undefined || to !== undefined

/** Whether the answer is a page of the newest ranked matches, and nothing about the others but their number. */
const isFirstPage = ({ sort, facets, filters, start, limit, floor }: EngineRequest): boolean =>
  sort === 'relevance' &&
  !facets &&
  !isSpanned(filters) &&
  floor === null &&
  start.kind === 'offset' &&
  start.offset + limit <= rankedMaximum

/** Finds documents in the SQLite database of a read-only connection. */
export const createSqliteEngine = (connection: BetterSqlite.Database, yearOf: (instant: number) => string): SearchEngine => {
  const reader = createIndexReader(connection)
  const readFacts = createFactsReader(connection)
  const selectArticle = connection.prepare<[number], string>('SELECT article_id FROM search_documents WHERE docid = ?').pluck()

  /** Ranks the newest matches, with older ones that stand out. `isAll`: there are no other matches. */
  const rankNewest = (request: EngineRequest, newest: DocidList, isAll: boolean): RankedDocument[] => {
    const lists = readCandidates(reader, request, { matches: newest, isCut: !isAll, limit: rankedMaximum })
    const { areWords } = request.interpretation
    const candidates = toCandidates(lists, { isCut: !isAll, areWords, mayAdd: request.excluded.length === 0 })
    return rankCandidates(candidates, lists, readFacts(candidates), request.weights)
  }

  const rankAll = (request: EngineRequest, matches: DocidList): { ranked: RankedDocument[]; floor: number | null } => {
    if (request.sort !== 'relevance') return { ranked: rankByTime(matches, readFacts(matches), request.sort), floor: null }
    const { floor } = request
    const newest = floor === null ? matches.slice(0, rankedMaximum) : matches.filter((docid) => docid >= floor)
    const ranked = rankNewest(request, newest, newest.length === matches.length)
    const known = ranked.map(({ docid }) => docid)
    const older = subtract(matches, known).map((docid) => ({ docid, key: docid - belowAllScores }))
    return { ranked: [...ranked, ...older], floor: newest.at(-1) ?? null }
  }

  const readPage = (request: EngineRequest, ranked: readonly RankedDocument[]) => {
    const page = pageOfRanked(ranked, request.start, request.limit, request.sort === 'publishedAt' ? (a, b) => byKey(b, a) : byKey)
    const matches = page.documents.flatMap(({ docid, key }) => {
      const articleId = selectArticle.get(docid)
      return articleId === undefined ? [] : [{ docid, key, articleId }]
    })
    return { matches, hasNext: page.hasNext, hasPrevious: page.hasPrevious }
  }

  const limit = matchesMaximum + 1

  /** Reads all matches there may be, and makes any page of any order with facets out of them. */
  const findAmongAll = (request: EngineRequest): EngineAnswer => {
    const { filters, sort } = request
    const matches = readMatches(reader, request, limit, sort === 'publishedAt' ? 'oldestFirst' : 'newestFirst')
    const { ranked, floor } = rankAll(request, matches)
    const facts = isSpanned(filters) || request.facets ? readFacts(ranked.map(({ docid }) => docid)) : null
    const inSpan = isSpanned(filters)
      ? ranked.filter(({ docid }) => isInSpan(filters, facts?.get(docid)?.publishedAt ?? Number.NaN))
      : ranked
    const totalIsExact = matches.length < limit
    const counted = request.facets ? inSpan.flatMap(({ docid }) => facts?.get(docid) ?? []) : null
    return {
      ...readPage(request, inSpan),
      total: totalIsExact ? inSpan.length : Math.min(inSpan.length, matchesMaximum),
      totalIsExact,
      facets: counted === null ? null : countFacets(counted, yearOf),
      floor,
    }
  }

  /** Reads the newest matches only and counts the others: for first pages, which are nearly all that is ever asked for. */
  const findAmongNewest = (request: EngineRequest): EngineAnswer => {
    const newest = readMatches(reader, request, rankedMaximum, 'newestFirst')
    const isAll = newest.length < rankedMaximum
    const older = isAll ? 0 : countOlder(reader, request, newest, limit - newest.length)
    if (older === null) return findAmongAll(request)
    const count = newest.length + older
    const ranked = rankNewest(request, newest, isAll)
    const page = readPage(request, ranked)
    const totalIsExact = count < limit
    const total = isAll ? ranked.length : Math.min(count, matchesMaximum)
    return { ...page, hasNext: page.hasNext || ranked.length < count, total, totalIsExact, facets: null, floor: newest.at(-1) ?? null }
  }

  const find = (request: EngineRequest): EngineAnswer => (isFirstPage(request) ? findAmongNewest : findAmongAll)(request)

  // One snapshot for all statements of a search: what is published meanwhile is in all of its lists or in none.
  const inSnapshot = connection.transaction(find)
  return { find: (request) => inSnapshot.deferred(request) }
}
