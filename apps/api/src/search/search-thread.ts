import type { Phrase } from './analyse-text.ts'
import type { Highlights } from './highlight-articles.ts'
import type { EngineAnswer, EngineRequest } from './search-engine.ts'
import type { SearchQuestion, SearchThreadOptions } from './search-thread-messages.ts'
import { createThread } from './thread.ts'

/** A thread that finds and highlights, so that the event loop never does. */
export type SearchThread = {
  find(request: EngineRequest): Promise<EngineAnswer>
  /** @param contents JSON of public revisions */
  highlight(contents: string[], phrases: Phrase[]): Promise<Highlights[]>
  close(): Promise<void>
}

export const createSearchThread = (options: SearchThreadOptions): SearchThread => {
  const thread = createThread<SearchQuestion>(new URL('search-thread-main.ts', import.meta.url), options)
  return {
    find: async (request) => (await thread.ask<{ value: EngineAnswer }>({ kind: 'find', request })).value,
    highlight: async (contents, phrases) => (await thread.ask<{ value: Highlights[] }>({ kind: 'highlight', contents, phrases })).value,
    close: thread.close,
  }
}
