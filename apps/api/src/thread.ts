import { Worker } from 'node:worker_threads'

/** Work another thread does. Messages carry an `id`; the answer has the same, and `error` when it failed, with the `code` of the error if it has one. */
export type Thread<Question extends object> = {
  ask<Answer>(question: Question): Promise<Answer>
  close(): Promise<void>
}

type Message = { id: number; error?: string; code?: string }
type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

/** Starts a thread when it is first needed; one that died is replaced by the next question. */
export const createThread = <Question extends object>(program: URL, options: object): Thread<Question> => {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const failAll = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const receive = (message: Message): void => {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (waiting.size === 0) worker?.unref()
    if (message.error === undefined) asked?.resolve(message as never)
    else asked?.reject(Object.assign(new Error(`A thread failed: ${message.error}`), message.code !== undefined && { code: message.code }))
  }
  const start = (): Worker => {
    const started = new Worker(program, { workerData: options })
    started.on('message', receive)
    started.on('error', failAll)
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`A thread ended with code ${code}.`))
    })
    return started
  }

  return {
    ask: <Answer>(question: Question) =>
      new Promise<Answer>((resolve, reject) => {
        worker ??= start()
        // A process that has nothing else to do waits for answers, not for questions that never come.
        worker.ref()
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        worker.postMessage({ ...question, id: lastId })
      }),
    async close() {
      const running = worker
      worker = undefined
      await running?.terminate()
    },
  }
}
