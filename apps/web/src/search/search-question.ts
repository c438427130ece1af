import { ArticleKind } from '@gazette/schema/article-content'
import type { SearchSort } from '@gazette/schema/search'

export const searchOrders = ['relevance', 'time', 'oldest'] as const
export type SearchOrder = (typeof searchOrders)[number]

/** Conditions of a search; empty where there is none. Days are `YYYY-MM-DD`, both included. */
export type SearchConditions = Record<'channel' | 'kind' | 'source' | 'topic' | 'from' | 'to', string>
export type SearchQuestion = SearchConditions & { q: string; sort: SearchOrder }

export const conditionNames = ['channel', 'kind', 'source', 'topic', 'from', 'to'] as const
export const noConditions: SearchConditions = { channel: '', kind: '', source: '', topic: '', from: '', to: '' }

const queryMaximum = 200
const conditionMaximum = 300

const readText = (value: string | string[] | undefined, maximum: number): string =>
  typeof value === 'string' ? [...value.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim()].slice(0, maximum).join('') : ''

/** Reads what was asked. A kind that does not exist is no condition. */
export const parseQuestion = (parameters: Record<string, string | string[] | undefined>): SearchQuestion => {
  const conditions = Object.fromEntries(conditionNames.map((name) => [name, readText(parameters[name], conditionMaximum)]))
  const question = { ...noConditions, ...conditions, q: readText(parameters['q'], queryMaximum) }
  return {
    ...question,
    kind: ArticleKind.safeParse(question.kind).success ? question.kind : '',
    sort: searchOrders.find((order) => order === parameters['sort']) ?? 'relevance',
  }
}

const millisecondsADay = 86_400_000

/** Whether a text is a day of the calendar. */
export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

const dayAfter = (day: string): string => new Date(Date.parse(day) + millisecondsADay).toISOString().slice(0, 'yyyy-mm-dd'.length)

const sorts: Record<SearchOrder, SearchSort> = { relevance: 'relevance', time: '-publishedAt', oldest: 'publishedAt' }

/** The question as `GET /v1/search` takes it, where the last day is the first that no longer counts. */
export const toApiQuery = ({
  q,
  sort,
  to,
  ...conditions
}: SearchQuestion): { q: string; sort: SearchSort } & Partial<SearchConditions> => ({
  ...Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== '')),
  ...(to !== '' && { to: dayAfter(to) }),
  q,
  sort: sorts[sort],
})

/** Address of a search. */
export const searchPath = (question: Partial<SearchQuestion>, page = 1): string => {
  const { q = '', sort = 'relevance', ...conditions } = question
  const chosen = conditionNames.flatMap((name): [string, string][] => (conditions[name] ? [[name, conditions[name]]] : []))
  return `/search?${new URLSearchParams([
    ...(q === '' ? [] : [['q', q]]),
    ...chosen,
    ...(sort === 'relevance' ? [] : [['sort', sort]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ])}`
}

/** Whether anything but the words narrows the search. */
export const hasConditions = (question: SearchConditions): boolean => conditionNames.some((name) => question[name] !== '')
