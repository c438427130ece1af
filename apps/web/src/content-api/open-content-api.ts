import { dependencies as contractDependencies } from '@gazette/schema/change-dependencies'
import { Channel, ChannelNode } from '@gazette/schema/channel'
import { ChangeList, Page } from '@gazette/schema/list'
import { ReportForm, ReportReceipt } from '@gazette/schema/report'
import { Resolution } from '@gazette/schema/resolution'
import { Site } from '@gazette/schema/site'
import { z } from 'zod'
import { type Answer, foundOrNull } from './answer.ts'
import { ApiUnavailable } from './api-unavailable.ts'
import type { Ask } from './ask-api.ts'
import { readJson } from './read-json.ts'
import { ReaderArticle, ReaderPlacement, ReaderSummary } from './reader-article.ts'
import { SearchAnswer } from './search-answer.ts'

const ChannelList = z.object({ data: z.array(ChannelNode) })
const SummaryList = z.object({ data: z.array(ReaderSummary), page: Page })
const PlacementList = z.object({ data: z.array(ReaderPlacement) })
const Neighbours = z.object({ previous: ReaderSummary.nullable(), next: ReaderSummary.nullable() })
const Reading = z.object({ article: ReaderArticle, related: z.array(ReaderSummary), views: z.int(), ...Neighbours.shape })
const FullTextList = z.object({ data: z.array(ReaderSummary.extend({ body: z.string().default('') })), page: Page })

export type SummaryList = z.infer<typeof SummaryList>
export type Neighbours = z.infer<typeof Neighbours>
export type FullTextItem = z.infer<typeof FullTextList>['data'][number]

/** Filters of a list of articles; the names are those of `GET /v1/articles`. */
export type ListQuery = {
  channel?: string
  topic?: string
  author?: string
  from?: string
  to?: string
  sort?: string
  limit?: number
  page?: number
  cursor?: string
  include?: 'total'
}

/** Parameters of `GET /v1/search`. */
export type SearchParameters = { q: string; page: number; limit: number } & Partial<
  Record<'channel' | 'kind' | 'source' | 'topic' | 'from' | 'to' | 'sort' | 'include', string>
>

const queryString = (query: Record<string, string | number | undefined>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** Views grow all the time: a page that shows them is made anew after that long, and its script knows better meanwhile. */
const viewsMilliseconds = 60 * 60 * 1000

const required = <T>(answer: Answer<T>, what: string): T => {
  if (answer.status !== 'found') throw new ApiUnavailable(`${what} is ${answer.status}`)
  return answer.value
}

const { article, channels, list } = contractDependencies

/**
 * The only place that asks the API for content. One instance serves one page and remembers everything that page depends on.
 * Methods named find answer `Answer`; get and list throw `ApiUnavailable` when there is nothing.
 */
export const openContentApi = ({ ask, timeoutMs = 5000 }: { ask: Ask; timeoutMs?: number }) => {
  const dependencies = new Set<string>()
  let expiresAt = Number.POSITIVE_INFINITY
  const expire = (at: number) => {
    expiresAt = Math.min(expiresAt, at)
  }
  const onDependencies = (found: string[]) => {
    for (const dependency of found) dependencies.add(dependency)
  }
  let isStandIn = false
  const onStandIn = () => {
    isStandIn = true
  }
  const read = <T>(path: string, schema: z.ZodType<T>, patienceMs = timeoutMs) =>
    readJson(`/v1${path}`, schema, { ask, timeoutMs: patienceMs, onDependencies, onStandIn })
  const id = encodeURIComponent

  return {
    dependencies: () => [...dependencies],
    /** When what was read ends by itself, in milliseconds since the epoch; `Infinity` when only changes end it. */
    expiresAt: () => expiresAt,
    /** Whether the API gave its last good answer to anything that was asked, for want of a new one. */
    isStandIn: () => isStandIn,
    getSite: async () => required(await read('/site', Site), 'The site'),
    listChannels: async () => required(await read('/channels', ChannelList), 'The channel tree').data,
    findChannel: (path: string) => read(`/channels${queryString({ path })}`, Channel),
    // An answer that says there is nothing names no dependencies; the page must still learn when there is something.
    findArticle: (articleId: string) => {
      onDependencies([article(articleId)])
      return read(`/articles/${id(articleId)}`, ReaderArticle)
    },
    /** An article with what stands around it: related ones, as many as `limit`, its neighbours, and how often it was seen. */
    findReading: (articleId: string, limit: number) => {
      onDependencies([article(articleId)])
      expire(Date.now() + viewsMilliseconds)
      return read(`/articles/${id(articleId)}/reading${queryString({ limit })}`, Reading)
    },
    listArticles: (query: ListQuery) => read(`/articles${queryString(query)}`, SummaryList),
    getArticles: async (query: ListQuery) => required(await read(`/articles${queryString(query)}`, SummaryList), 'The list'),
    getFullTexts: async (query: ListQuery) =>
      required(await read(`/articles${queryString({ ...query, body: 'html' })}`, FullTextList), 'The list'),
    /** What is pinned in the channel at a path or, without one, on the home page. */
    listPlacements: async (channel?: string) => {
      const placements = foundOrNull(await read(`/placements${queryString({ channel })}`, PlacementList))?.data ?? []
      for (const { until } of placements) if (until !== null) expire(Date.parse(until))
      return placements
    },
    search: (query: SearchParameters) => read(`/search${queryString(query)}`, SearchAnswer),
    getReportForm: async () => required(await read('/reports/form', ReportForm), 'The form'),
    findReport: (number: string) => read(`/reports/${id(number)}`, ReportReceipt),
    resolve: (address: string) => {
      onDependencies([list, channels])
      return read(`/resolve${queryString({ url: address })}`, Resolution)
    },
    /** Changes after `cursor`, or `now`: waits at the server until something changes or `waitSeconds` have passed. */
    followChanges: async (cursor: string, waitSeconds: number) =>
      required(
        await read(`/changes${queryString({ cursor, limit: 100, wait: waitSeconds })}`, ChangeList, (waitSeconds + 5) * 1000),
        'The change log',
      ),
  }
}

export type ContentApi = ReturnType<typeof openContentApi>
