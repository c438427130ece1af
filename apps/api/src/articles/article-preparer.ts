import { performance } from 'node:perf_hooks'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
import type { ArticleFile } from './article-file.ts'
import type { PrepareOptions } from './prepare-messages.ts'
import { type PrepareProcess, startPrepareProcess } from './prepare-process.ts'
import type { ReadyArticles } from './ready-articles.ts'

const keepIntervalMilliseconds = 1_000
/** What keeps failing is told of once a minute. */
const retryMilliseconds = 60_000

export type ArticlePreparer = Droppable & {
  start(): void
  /** Resolves when nothing is left to make. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Where ready articles are kept: in the database, and copied from there to the file of this process. */
export type ReadyPlaces = { readyArticles: Pick<ReadyArticles, 'keep'>; articleFile: ArticleFile }

/**
 * Keeps every published article ready: in a process of its own when the server starts and when channels have changed, and in this one
 * what a reading had to make, once a second. The process is there only while it has something to do, and takes its memory with it.
 */
export const createArticlePreparer = (
  options: PrepareOptions,
  { readyArticles, articleFile }: ReadyPlaces,
  onError: (error: unknown) => void,
): ArticlePreparer => {
  let helper: PrepareProcess | undefined
  let running: Promise<void> | undefined
  let isWantedAgain = false
  let isStopping = false
  let keeping: NodeJS.Timeout | undefined

  let retryAt = 0
  const tellError = (error: unknown): void => {
    retryAt = performance.now() + retryMilliseconds
    if (!isStopping) onError(error)
  }
  const makeAndCopy = async (): Promise<void> => {
    helper = startPrepareProcess(articleFile.descriptor)
    try {
      await helper.prepare(options)
      await articleFile.copyAll(helper.copy)
    } finally {
      await helper.stop()
    }
  }
  const run = async (): Promise<void> => {
    do {
      isWantedAgain = false
      await makeAndCopy()
    } while (isWantedAgain && !isStopping)
  }
  const prepare = (): void => {
    isWantedAgain = true
    running ??= run()
      .catch(tellError)
      .finally(() => {
        running = undefined
      })
  }
  const keepOffers = async (): Promise<void> => {
    await articleFile.copy(await readyArticles.keep())
    if (articleFile.isEmpty() && !running && performance.now() >= retryAt) prepare()
  }

  return {
    start() {
      keeping = setInterval(() => void keepOffers().catch(tellError), keepIntervalMilliseconds)
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
      isStopping = true
      clearInterval(keeping)
      await helper?.stop()
      await running
    },
  }
}
