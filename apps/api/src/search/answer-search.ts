import type { SearchFacets, SearchHit, SearchQuery } from '@gazette/schema/search'
import type { ContextOptions } from '../articles/article-context.ts'
import { channelIdsOf } from '../articles/article-filter.ts'
import type { CursorCodec } from '../cursor.ts'
import { Invalid } from '../errors.ts'
import { parseDateOrInstant } from '../time-zone.ts'
import { type Reading, readings } from './create-finder.ts'
import type { Search } from './create-search.ts'
import { nameFacets } from './name-facets.ts'
import type { PageStart } from './page-of-ranked.ts'
import type { RankedDocument } from './rank-candidates.ts'
import { readHits } from './read-hits.ts'
import type { SearchFilters } from './search-filters.ts'

/** A page of what was found, before it is given addresses. */
export type SearchPage = {
  data: SearchHit[]
  next: string | null
  previous: string | null
  total: number
  totalIsExact: boolean
  facets: SearchFacets | null
  suggestion: string | null
  /** The channels that were searched; null for all. */
  channelIds: string[] | null
}

export type Searching = ContextOptions & { cursors: CursorCodec; search: Search }

const scopeOf = ({ q, channel, topic, author, source, kind, from, to, sort }: SearchQuery): string =>
  JSON.stringify(['search', q, sort, channel, topic, author, source, kind, from, to])

type Position = { start: PageStart; floor: number | null; reading: Reading | null }

const readPosition = (query: SearchQuery, cursors: CursorCodec): Position => {
  if (query.cursor === undefined) return { start: { kind: 'offset', offset: (query.page - 1) * query.limit }, floor: null, reading: null }
  if (query.page > 1) {
    throw new Invalid('invalid-parameter', {
      errors: [
        {
          parameter: 'cursor',
          code: 'not-together',
          message: { zh: 'cursor 不能与 page 同时使用。', en: 'cursor and page exclude one another.' },
        },
      ],
    })
  }
  const [direction, key, docid, floor, reading] = cursors.read(scopeOf(query), query.cursor)
  if (typeof key !== 'number' || typeof docid !== 'number') throw new Invalid('invalid-cursor')
  return {
    start: { kind: direction === 'b' ? 'before' : 'after', document: { key, docid } },
    floor: typeof floor === 'number' && floor >= 0 ? floor : null,
    reading: readings.find((known) => known === reading) ?? 'typed',
  }
}

const toFilters = (query: SearchQuery, channelIds: string[] | null, timeZone: string): SearchFilters => {
  const { topic, author, source, kind } = query
  const instant = (text: string | undefined) => (text === undefined ? undefined : parseDateOrInstant(text, timeZone))
  return { channelIds, topic, author, source, kind, from: instant(query.from), to: instant(query.to) }
}

/**
 * Answers a search.
 * @throws {Invalid} for a query that is too long, a cursor of another search or a channel that is not known
 */
export const answerSearch = async (searching: Searching, query: SearchQuery): Promise<SearchPage> => {
  const { store, search, cursors, timeZone } = searching
  const tree = await searching.channels.get(({ findByPath }) => query.channel === undefined || findByPath(query.channel) !== undefined)
  const channelIds = channelIdsOf(tree, query.channel)
  const { start, floor, reading } = readPosition(query, cursors)
  const filters = toFilters(query, channelIds, timeZone)
  const { q, sort, limit } = query
  const answer = await search.find({ query: q, filters, sort, start, limit, facets: query.include === 'facets', floor, reading })
  if ('kind' in answer) {
    const message = {
      zh: `q 中的文字不能超过 ${answer.lengthMaximum} 个。`,
      en: `q asks for more than ${answer.lengthMaximum} letters, digits and ideographs.`,
    }
    throw new Invalid('invalid-parameter', { errors: [{ parameter: 'q', code: 'too-long', message }] })
  }
  const { matches, hasNext, hasPrevious, total, totalIsExact, facets, suggestion, phrases } = answer
  const write = (direction: 'f' | 'b', document: RankedDocument | undefined): string | null =>
    document === undefined
      ? null
      : cursors.write(scopeOf(query), [direction, document.key, document.docid, answer.floor ?? -1, answer.reading])
  return {
    data: await readHits(searching, matches, phrases, search.highlight),
    next: hasNext ? write('f', matches.at(-1)) : null,
    previous: hasPrevious ? write('b', matches[0]) : null,
    total,
    totalIsExact,
    facets: facets === null ? null : await nameFacets(store, tree, facets),
    suggestion,
    channelIds,
  }
}
