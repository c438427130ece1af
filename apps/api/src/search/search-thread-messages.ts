import type { Phrase } from './analyse-text.ts'
import type { Highlights } from './highlight-articles.ts'
import type { EngineAnswer, EngineRequest } from './search-engine.ts'

/** How the thread is started. */
export type SearchThreadOptions = { databasePath: string; timeZone: string }

/** What the thread is asked; `id` comes back with the answer. */
export type SearchThreadRequest =
  | { id: number; kind: 'find'; request: EngineRequest }
  | { id: number; kind: 'highlight'; contents: string[]; phrases: Phrase[] }

export type SearchThreadAnswer = { id: number; value: EngineAnswer | Highlights[] } | { id: number; error: string }
