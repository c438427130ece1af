import { createThread } from '../thread.ts'
import type { Phrase } from './analyse-text.ts'
import type { Analyser } from './analyser.ts'
import type { SearchAnswer, SearchRequest, TooLong } from './create-finder.ts'
import type { Highlights } from './highlight-articles.ts'
import { openSearcher, type SearcherOptions } from './open-searcher.ts'
import type { SearchQuestion, SearchThreadOptions } from './search-thread-messages.ts'
import type { Suggestions } from './suggest-queries.ts'

/** Finds, suggests and highlights without keeping the event loop from serving others. */
export type SearchThread = {
  find(request: SearchRequest): Promise<SearchAnswer | TooLong>
  suggest(query: string): Promise<Suggestions>
  /** @param contents JSON of public revisions */
  highlight(contents: string[], phrases: Phrase[]): Promise<Highlights[]>
  close(): Promise<void>
}

export const createSearchThread = (options: SearchThreadOptions): SearchThread => {
  const thread = createThread<SearchQuestion>(new URL('search-thread-main.ts', import.meta.url), options)
  const ask = async <Value>(question: SearchQuestion): Promise<Value> => (await thread.ask<{ value: Value }>(question)).value
  return {
    find: (request) => ask({ kind: 'find', request }),
    suggest: (query) => ask({ kind: 'suggest', query }),
    highlight: (contents, phrases) => ask({ kind: 'highlight', contents, phrases }),
    close: thread.close,
  }
}

/** The same on the calling thread, for those who serve nobody else and share its dictionaries. */
export const createLocalSearch = (options: SearcherOptions, analyser: Analyser): SearchThread => {
  const searcher = openSearcher(options, analyser)
  return {
    find: async (request) => searcher.find(request),
    suggest: async (query) => searcher.suggest(query),
    highlight: async (contents, phrases) => searcher.highlight(contents, phrases),
    close: async () => searcher.close(),
  }
}
