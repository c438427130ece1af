import { countPages, parsePageNumber } from '../channel/page-numbers.ts'
import type { Answer } from '../content-api/answer.ts'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { ContentApi } from '../content-api/open-content-api.ts'
import type { SearchAnswer } from '../content-api/search-answer.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import type { SearchView } from './search-page.tsx'

export const searchPageSize = 20
const queryMaximum = 200
const pageMaximum = 500

const nothing: SearchAnswer = { data: [], page: {}, total: 0, totalIsExact: true, suggestion: null }

/** A question the API cannot make sense of finds nothing; the reader asked, and is answered. */
const search = async (api: ContentApi, query: string, sort: SearchView['sort'], page: number): Promise<Answer<SearchAnswer>> => {
  try {
    return await api.search({ q: query, page, limit: searchPageSize, ...(sort === 'time' && { sort: '-publishedAt' }) })
  } catch (error) {
    if (error instanceof ApiUnavailable && error.status === 400) return { status: 'found', value: nothing }
    throw error
  }
}

/** What was asked and what was found. Nobody else asks the same, so search pages are not kept. */
export const loadSearch = async (
  api: ContentApi,
  parameters: Record<string, string | string[] | undefined>,
): Promise<PageDecision<SearchView>> => {
  const { q, sort: wantedSort, page: wantedPage } = parameters
  const page = parsePageNumber(wantedPage)
  if (page === null || page > pageMaximum) return notFound
  const query = typeof q === 'string' ? [...q.trim()].slice(0, queryMaximum).join('') : ''
  const sort = wantedSort === 'time' ? 'time' : 'relevance'
  const empty = { kind: 'search', query, sort, number: page, pageCount: 1, answer: null, isClosed: false } as const
  if (query === '') return { show: empty, isKept: false }
  const answer = await search(api, query, sort, page)
  if (answer.status !== 'found') return { show: { ...empty, isClosed: true }, isKept: false }
  const pageCount = Math.min(pageMaximum, countPages(answer.value.total, searchPageSize))
  return { show: { ...empty, answer: answer.value, pageCount }, isKept: false }
}
