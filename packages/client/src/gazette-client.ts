import { type ArticleMethods, createArticleMethods } from './article-methods.ts'
import { type ChangeMethods, createChangeMethods } from './change-methods.ts'
import { type ClientOptions, type RequestOptions, toSettings } from './client-options.ts'
import type { Article } from './contract/article.ts'
import type { Block } from './contract/block.ts'
import { blockTypes } from './contract/block-types.ts'
import type { Channel, ChannelTree } from './contract/channel.ts'
import type { PlacementList } from './contract/placement.ts'
import type { ArticleQuery, ArticleSort } from './contract/query.ts'
import type { Resolution } from './contract/resolution.ts'
import type { SearchResults, SearchSuggestions } from './contract/search.ts'
import type { Site } from './contract/site.ts'
import type { UnknownBlock } from './contract/unlisted.ts'
import { ConnectionError, GazetteError, ProblemError, TimeoutError, UnexpectedAnswerError } from './errors.ts'
import { readLines } from './read-lines.ts'
import { sleep } from './sleep.ts'
import { createTransport } from './transport.ts'

// The one door of the package: programs that use it import from nowhere else.
export type * from './article-methods.ts'
export type { ChangeBatch, ChangeMethods, FollowOptions } from './change-methods.ts'
export type { ClientOptions, RequestOptions } from './client-options.ts'
export type * from './contract/article.ts'
export type * from './contract/block.ts'
export type * from './contract/change.ts'
export type * from './contract/channel.ts'
export type * from './contract/list.ts'
export type * from './contract/media.ts'
export type * from './contract/placement.ts'
export type { Problem, ProblemCode, ProblemError as ProblemDetail } from './contract/problem.ts'
export type * from './contract/query.ts'
export type * from './contract/resolution.ts'
export type * from './contract/revision.ts'
export type * from './contract/search.ts'
export type * from './contract/site.ts'
export type * from './contract/span.ts'
export type * from './contract/unlisted.ts'
export type * from './contract/view.ts'
export { ConnectionError, GazetteError, ProblemError, TimeoutError, UnexpectedAnswerError }

/** What to search for: words, the filters of a list, and an order. */
export type SearchQuery = {
  [P in 'channel' | 'topic' | 'author' | 'source' | 'kind' | 'from' | 'to' | 'cursor' | 'limit']?: ArticleQuery[P] | undefined
} & { q: string; sort?: 'relevance' | ArticleSort | undefined }

/** Everything the reading API offers. Each method throws what `errors.ts` declares, or the reason of an aborted signal. */
export type GazetteClient = {
  /** Name, identifiers, languages and footer facts. */
  site(options?: RequestOptions): Promise<Site>
  channels: {
    /** All channels, as a tree. */
    list(options?: RequestOptions): Promise<ChannelTree>
    get(id: string, options?: RequestOptions): Promise<Channel>
    /** The channel at a path such as `zwzx/zhxw`; null when there is none. */
    findByPath(path: string, options?: RequestOptions): Promise<Channel | null>
  }
  /** What editors pinned on the home page, or in the channel at a path. */
  placements(query?: { channel?: string | undefined }, options?: RequestOptions): Promise<PlacementList>
  articles: ArticleMethods
  /** What an address, legacy ones included, leads to; null when nobody knows it. */
  resolve(url: string, options?: RequestOptions): Promise<Resolution | null>
  search(query: SearchQuery, options?: RequestOptions): Promise<SearchResults>
  suggest(q: string, options?: RequestOptions): Promise<SearchSuggestions>
  changes: ChangeMethods
  /** All articles there are, in one answer that is read as it comes; memory stays small however many there are. */
  exportArticles(options?: RequestOptions): AsyncGenerator<Article, void, undefined>
}

const orNull = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null
    throw error
  }
}

/** A client of one API. It keeps answers it may need again, so make one and share it. */
export const createGazetteClient = (options: ClientOptions): GazetteClient => {
  const settings = toSettings(options, {
    // Taken from the global scope at every call, so that a tool that replaces it later is respected.
    fetch: (url, init) => globalThis.fetch(url, init),
    sleep,
    now: Date.now,
    random: Math.random,
  })
  const transport = createTransport(settings)
  const { get, open } = transport
  return {
    site: (request) => get('v1/site', {}, request),
    channels: {
      list: (request) => get('v1/channels', {}, request),
      get: (id, request) => get(`v1/channels/${encodeURIComponent(id)}`, {}, request),
      findByPath: (path, request) => orNull(get('v1/channels', { path }, request)),
    },
    placements: (query = {}, request) => get('v1/placements', query, request),
    articles: createArticleMethods(transport),
    resolve: (url, request) => orNull(get('v1/resolve', { url }, request)),
    search: (query, request) => get('v1/search', query, request),
    suggest: (q, request) => get('v1/search/suggestions', { q }, request),
    changes: createChangeMethods(transport, settings),
    async *exportArticles(request = {}) {
      const response = await open('v1/export/articles.ndjson', request)
      for await (const line of readLines(response, request.signal)) yield JSON.parse(line)
    },
  }
}

/** Whether this version of the client knows the type of a block. The API may send types that were added later. */
export const isKnownBlock = (block: Block): block is Exclude<Block, UnknownBlock> => (blockTypes as readonly string[]).includes(block.type)
