import type { ChannelNode } from '@gazette/schema/channel'
import { countPages, parsePageNumber } from '../channel/page-numbers.ts'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { ContentApi } from '../content-api/open-content-api.ts'
import type { SearchAnswer } from '../content-api/search-answer.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import { isDay, parseQuestion, type SearchQuestion, toApiQuery } from './search-question.ts'
import { searchWords } from './search-words.ts'

/** `answer` is null before anything was asked, and when there is a `problem`: no search, or a question it cannot take. */
export type SearchView = {
  kind: 'search'
  question: SearchQuestion
  wrongDays: { from?: string; to?: string }
  number: number
  pageCount: number
  answer: SearchAnswer | null
  problem: 'closed' | 'refused' | null
}

export const searchPageSize = 20
const pageMaximum = 500

const hasPath = (channels: ChannelNode[], path: string): boolean =>
  channels.some((channel) => channel.path === path || hasPath(channel.children, path))

const checkDays = ({ from, to }: SearchQuestion): SearchView['wrongDays'] => {
  const wrong = (day: string) => day !== '' && !isDay(day)
  if (!wrong(from) && !wrong(to) && from !== '' && to !== '' && to < from) return { to: searchWords.datesWrong }
  return { ...(wrong(from) && { from: searchWords.dateWrong(from) }), ...(wrong(to) && { to: searchWords.dateWrong(to) }) }
}

type Found = Pick<SearchView, 'answer' | 'problem'>

const search = async (api: Pick<ContentApi, 'search'>, question: SearchQuestion, page: number): Promise<Found> => {
  try {
    const answer = await api.search({ ...toApiQuery(question), page, limit: searchPageSize, include: 'facets' })
    return answer.status === 'found' ? { answer: answer.value, problem: null } : { answer: null, problem: 'closed' }
  } catch (error) {
    // The reader asked, and is answered, whatever the API makes of the question.
    if (error instanceof ApiUnavailable && error.status === 400) return { answer: null, problem: 'refused' }
    throw error
  }
}

/** What was asked and what was found. Nobody else asks the same, so search pages are not kept. */
export const loadSearch = async (
  api: Pick<ContentApi, 'search'>,
  parameters: Record<string, string | string[] | undefined>,
  channels: Promise<ChannelNode[]>,
): Promise<PageDecision<SearchView>> => {
  const page = parsePageNumber(parameters['page'])
  if (page === null || page > pageMaximum) return notFound
  const asked = parseQuestion(parameters)
  const question = { ...asked, channel: hasPath(await channels, asked.channel) ? asked.channel : '' }
  const wrongDays = checkDays(question)
  const empty = { kind: 'search', question, wrongDays, number: page, pageCount: 1, answer: null, problem: null } as const
  if (question.q === '' || Object.keys(wrongDays).length > 0) return { show: empty, isKept: false }
  const { answer, problem } = await search(api, question, page)
  const pageCount = Math.min(pageMaximum, countPages(answer?.total ?? 0, searchPageSize))
  return page > pageCount ? notFound : { show: { ...empty, answer, problem, pageCount }, isKept: false }
}
