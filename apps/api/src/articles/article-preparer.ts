import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
import { createThread } from '../thread.ts'
import type { ReadyArticles } from './ready-articles.ts'

/** Where the articles are, and what makes them: `program` as `createReadyArticles` has it. */
export type PrepareThreadOptions = {
  databaseUrl: string
  siteUrl: string
  apiUrl: string
  timeZone: string
  program: string
}

type Question = { kind: 'prepare' | 'stop' }
export type PrepareRequest = Question & { id: number }
export type PrepareAnswer = { id: number; error?: string }

const keepIntervalMilliseconds = 1_000

export type ArticlePreparer = Droppable & {
  start(): void
  /** Resolves when nothing is left to make. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Keeps every published article ready: on a thread of its own when the server starts and when channels have changed, and beside it
 * what a reading had to make, once a second. The thread is there only while it has something to do.
 */
export const createArticlePreparer = (
  options: PrepareThreadOptions,
  readyArticles: Pick<ReadyArticles, 'keep'>,
  onError: (error: unknown) => void,
): ArticlePreparer => {
  const thread = createThread<Question>(new URL('prepare-thread-main.ts', import.meta.url), options)
  let running: Promise<void> | undefined
  let isWantedAgain = false
  let isStopped = false
  let keeping: NodeJS.Timeout | undefined

  const run = async (): Promise<void> => {
    do {
      isWantedAgain = false
      await thread.ask({ kind: 'prepare' })
    } while (isWantedAgain && !isStopped)
  }
  const prepare = (): void => {
    isWantedAgain = true
    running ??= run()
      .catch((error: unknown) => {
        if (!isStopped) onError(error)
      })
      .finally(async () => {
        running = undefined
        await thread.close()
      })
  }

  return {
    start() {
      keeping = setInterval(() => void readyArticles.keep().catch(onError), keepIntervalMilliseconds)
      keeping.unref()
      prepare()
    },
    drop(changed) {
      if (keeping && changed.includes(dependencies.channels)) prepare()
    },
    dropAll() {},
    async settled() {
      while (running) await running
    },
    async stop() {
      isStopped = true
      clearInterval(keeping)
      if (!running) return
      await thread.ask({ kind: 'stop' }).catch(() => undefined)
      await running
    },
  }
}
