import { parentPort, workerData } from 'node:worker_threads'
import { highlightArticles } from './highlight-articles.ts'
import type { SearchThreadAnswer, SearchThreadOptions, SearchThreadRequest } from './search-thread-messages.ts'
import { openSqliteEngine } from './sqlite-engine.ts'
import { createYearInZone } from './year-in-zone.ts'

// The program of the search thread: everything about a search that would keep the event loop from serving others.
const { databasePath, timeZone } = workerData as SearchThreadOptions
const engine = openSqliteEngine(databasePath, createYearInZone(timeZone))

const answer = (message: SearchThreadRequest): SearchThreadAnswer => {
  try {
    if (message.kind === 'highlight') return { id: message.id, value: highlightArticles(message.contents, message.phrases) }
    return { id: message.id, value: engine.find(message.request) }
  } catch (error) {
    return { id: message.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (message: SearchThreadRequest) => parentPort?.postMessage(answer(message)))
