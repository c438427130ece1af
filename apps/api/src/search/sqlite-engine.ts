import type { ArticleKind } from '@gazette/schema/article-content'
import BetterSqlite from 'better-sqlite3'
import { toCandidates } from './candidate-lists.ts'
import { countFacets } from './count-facets.ts'
import { type DocidList, subtract } from './docid-list.ts'
import { pageOfRanked } from './page-of-ranked.ts'
import { byKey, type RankedDocument, rankCandidates } from './rank-candidates.ts'
import { type EngineAnswer, type EngineRequest, type FacetFacts, matchesMaximum, rankedMaximum } from './search-engine.ts'
import { isInSpan } from './search-filters.ts'
import { readCandidates, readMatches } from './sqlite-candidates.ts'
import { createIndexReader } from './sqlite-index-reader.ts'

type FactsRow = [docid: number, kind: ArticleKind, channelId: string, publishedAt: number, source: string | null, topics: string]

/** Taken from the number of a document to get a key that is below any score and still orders by age. */
const belowAllScores = 1e12

const cacheKibibytes = 64 * 1024
const mappedBytes = 4 * 1024 ** 3

const openReading = (path: string): BetterSqlite.Database => {
  const connection = new BetterSqlite(path, { readonly: true, timeout: 10_000 })
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  connection.pragma(`mmap_size = ${mappedBytes}`)
  return connection
}

/** Orders by time of publication: the document number decides among equals. */
const rankByTime = (docids: DocidList, facts: ReadonlyMap<number, FacetFacts>, sort: EngineRequest['sort']): RankedDocument[] => {
  const dated = docids.flatMap((docid) => {
    const known = facts.get(docid)
    return known ? [{ docid, key: known.publishedAt }] : []
  })
  return dated.sort(sort === 'publishedAt' ? (a, b) => byKey(b, a) : byKey)
}

/**
 * Finds documents in the SQLite database at `path`, on a read-only connection of its own. Synchronous and busy for up to
 * some tens of milliseconds: it belongs on a thread that serves nothing else.
 */
export const openSqliteEngine = (path: string, yearOf: (instant: number) => string) => {
  const connection = openReading(path)
  const reader = createIndexReader(connection)
  const selectFacts = connection
    .prepare<[string], FactsRow>(
      `SELECT d.docid, d.kind, d.channel_id, d.published_at, d.source, d.topics
       FROM json_each(?) AS wanted JOIN search_documents AS d ON d.docid = wanted.value`,
    )
    .raw()
  const selectArticle = connection.prepare<[number], string>('SELECT article_id FROM search_documents WHERE docid = ?').pluck()

  const readFacts = (docids: DocidList): Map<number, FacetFacts> => {
    const facts = new Map<number, FacetFacts>()
    for (const [docid, kind, channelId, publishedAt, source, topics] of selectFacts.all(JSON.stringify(docids))) {
      facts.set(docid, { kind, channelId, publishedAt, source, topics: topics === '[]' ? [] : (JSON.parse(topics) as string[]) })
    }
    return facts
  }

  const rank = (request: EngineRequest, matches: DocidList): { ranked: RankedDocument[]; floor: number | null } => {
    if (request.sort !== 'relevance') return { ranked: rankByTime(matches, readFacts(matches), request.sort), floor: null }
    const { floor } = request
    const newest = floor === null ? matches.slice(0, rankedMaximum) : matches.filter((docid) => docid >= floor)
    const lists = readCandidates(reader, request, newest, rankedMaximum)
    const candidates = toCandidates({ ...lists, isCut: newest.length < matches.length }, request.excluded.length === 0)
    const ranked = rankCandidates(candidates, lists, readFacts(candidates), request.weights)
    const older = subtract(matches, candidates).map((docid) => ({ docid, key: docid - belowAllScores }))
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

  const find = (request: EngineRequest): EngineAnswer => {
    const { filters, sort } = request
    const limit = matchesMaximum + 1
    const matches = readMatches(reader, request, limit, sort === 'publishedAt' ? 'oldestFirst' : 'newestFirst')
    const { ranked, floor } = rank(request, matches)
    const isSpanned = filters.from !== undefined || filters.to !== undefined
    const facts = isSpanned || request.facets ? readFacts(ranked.map(({ docid }) => docid)) : null
    const inSpan = isSpanned ? ranked.filter(({ docid }) => isInSpan(filters, facts?.get(docid)?.publishedAt ?? Number.NaN)) : ranked
    const totalIsExact = matches.length < limit
    return {
      ...readPage(request, inSpan),
      total: totalIsExact ? inSpan.length : Math.min(inSpan.length, matchesMaximum),
      totalIsExact,
      facets:
        facts !== null && request.facets
          ? countFacets(
              inSpan.flatMap(({ docid }) => facts.get(docid) ?? []),
              yearOf,
            )
          : null,
      floor,
    }
  }

  // One snapshot for all statements of a search: what is published meanwhile is in all of its lists or in none.
  const inSnapshot = connection.transaction(find)
  return { find: (request: EngineRequest): EngineAnswer => inSnapshot.deferred(request), close: () => void connection.close() }
}
