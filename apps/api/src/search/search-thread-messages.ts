import type { Phrase } from './analyse-text.ts'
import type { Highlights } from './highlight-articles.ts'
import type { EngineAnswer, EngineRequest } from './search-engine.ts'

/** How the thread is started. */
export type SearchThreadOptions = { databasePath: string; timeZone: string }

/** What the thread is asked. */
export type SearchQuestion = { kind: 'find'; request: EngineRequest } | { kind: 'highlight'; contents: string[]; phrases: Phrase[] }

export type SearchThreadRequest = SearchQuestion & { id: number }
export type SearchThreadAnswer = { id: number; value: EngineAnswer | Highlights[] } | { id: number; error: string }
