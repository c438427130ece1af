import type { Phrase } from './analyse-text.ts'
import type { SearchRequest } from './create-finder.ts'
import type { Searcher, SearcherOptions } from './open-searcher.ts'

/** How the thread is started. `directory` holds the operator's dictionary. */
export type SearchThreadOptions = SearcherOptions & { directory: string }

/** What the thread is asked. */
export type SearchQuestion =
  | { kind: 'find'; request: SearchRequest }
  | { kind: 'suggest'; query: string }
  | { kind: 'highlight'; contents: string[]; phrases: Phrase[] }

export type SearchThreadRequest = SearchQuestion & { id: number }
export type SearchThreadAnswer =
  | { id: number; value: ReturnType<Searcher[SearchQuestion['kind']]> }
  | { id: number; error: string; code?: string }
