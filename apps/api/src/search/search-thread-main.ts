import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../give-way.ts'
import { createAnalyser } from './analyser.ts'
import { openSearcher } from './open-searcher.ts'
import type { SearchThreadAnswer, SearchThreadOptions, SearchThreadRequest } from './search-thread-messages.ts'

// The program of the search thread: everything about a search that would keep the event loop from serving others.
const options = workerData as SearchThreadOptions
// A search may take a little longer on a busy machine, so that nobody who reads an article does.
giveWay(5)
const analyser = createAnalyser(options.directory)
// Every search needs it: better now than with the first.
analyser.getSegmenter()
const searcher = openSearcher(options, analyser)

const work = (message: SearchThreadRequest) => {
  switch (message.kind) {
    case 'find':
      return searcher.find(message.request)
    case 'suggest':
      return searcher.suggest(message.query)
    case 'highlight':
      return searcher.highlight(message.contents, message.phrases)
  }
}

const answer = (message: SearchThreadRequest): SearchThreadAnswer => {
  try {
    return { id: message.id, value: work(message) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? { code: String(error.code) } : {}
    return { id: message.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error), ...code }
  }
}

parentPort?.on('message', (message: SearchThreadRequest) => parentPort?.postMessage(answer(message)))
