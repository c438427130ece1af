import { Worker } from 'node:worker_threads'
import type { Phrase } from './analyse-text.ts'
import type { Highlights } from './highlight-articles.ts'
import type { EngineAnswer, EngineRequest } from './search-engine.ts'
import type { SearchThreadAnswer, SearchThreadOptions, SearchThreadRequest } from './search-thread-messages.ts'

/** A thread that finds and highlights, so that the event loop never does. */
export type SearchThread = {
  find(request: EngineRequest): Promise<EngineAnswer>
  /** @param contents JSON of public revisions */
  highlight(contents: string[], phrases: Phrase[]): Promise<Highlights[]>
  close(): Promise<void>
}

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }
type Question = SearchThreadRequest extends infer Message ? (Message extends { id: number } ? Omit<Message, 'id'> : never) : never

/** Starts the thread when it is first needed; one that died is replaced by the next question. */
export const createSearchThread = (options: SearchThreadOptions): SearchThread => {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const receive = (message: SearchThreadAnswer): void => {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (waiting.size === 0) worker?.unref()
    if ('error' in message) asked?.reject(new Error(`The search thread failed: ${message.error}`))
    else asked?.resolve(message.value as never)
  }
  const start = (): Worker => {
    const started = new Worker(new URL('search-thread-main.ts', import.meta.url), { workerData: options })
    started.on('message', receive)
    started.on('error', failAll)
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`The search thread ended with code ${code}.`))
    })
    return started
  }
  const ask = <T>(question: Question): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker ??= start()
      // A process that has nothing else to do waits for answers, not for questions that never come.
      worker.ref()
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      worker.postMessage({ ...question, id: lastId })
    })

  return {
    find: (request) => ask<EngineAnswer>({ kind: 'find', request }),
    highlight: (contents, phrases) => ask<Highlights[]>({ kind: 'highlight', contents, phrases }),
    async close() {
      const running = worker
      worker = undefined
      await running?.terminate()
    },
  }
}
