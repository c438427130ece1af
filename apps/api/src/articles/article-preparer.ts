import { type ChildProcess, fork } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
import type { ArticleFile } from './article-file.ts'
import type { ReadyArticles } from './ready-articles.ts'

/** Where the articles are, and what makes them: `program` as `createReadyArticles` has it. */
export type PrepareOptions = { databaseUrl: string; siteUrl: string; apiUrl: string; timeZone: string; program: string }

export type PrepareFailure = { message: string }

const main = fileURLToPath(new URL('./prepare-process-main.ts', import.meta.url))

/** Starts the process. @returns it, and a promise that resolves when it has done its work or was let go */
const startProcess = ({
  databaseUrl,
  siteUrl,
  apiUrl,
  timeZone,
  program,
}: PrepareOptions): { child: ChildProcess; ended: Promise<void> } => {
  const child = fork(main, [], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  let message: string | undefined
  const ended = new Promise<void>((resolve, reject) => {
    child.on('message', (failure: PrepareFailure) => {
      message = failure.message
    })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(message ?? `Preparing articles ended with code ${code}.`))))
  })
  // By message: what a process is called with everybody on the machine can read, and the address may hold a password.
  child.send({ databaseUrl, siteUrl, apiUrl, timeZone, program } satisfies PrepareOptions)
  return { child, ended }
}

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
export type ReadyPlaces = { readyArticles: Pick<ReadyArticles, 'keep'>; articleFile: Pick<ArticleFile, 'copy' | 'copyAll' | 'isEmpty'> }

/**
 * Keeps every published article ready: in a process of its own when the server starts and when channels have changed, and in this one
 * what a reading had to make, once a second. The process is there only while it has something to do, and takes its memory with it.
 */
export const createArticlePreparer = (
  options: PrepareOptions,
  { readyArticles, articleFile }: ReadyPlaces,
  onError: (error: unknown) => void,
): ArticlePreparer => {
  let child: ChildProcess | undefined
  let running: Promise<void> | undefined
  let isWantedAgain = false
  const stopping = new AbortController()
  let keeping: NodeJS.Timeout | undefined

  let retryAt = 0
  const tellError = (error: unknown): void => {
    retryAt = performance.now() + retryMilliseconds
    if (!stopping.signal.aborted) onError(error)
  }
  const makeAll = async (): Promise<void> => {
    const started = startProcess(options)
    child = started.child
    await started.ended
  }
  const run = async (): Promise<void> => {
    do {
      if (isWantedAgain) {
        isWantedAgain = false
        await makeAll()
      }
      await articleFile.copyAll(stopping.signal)
    } while (isWantedAgain && !stopping.signal.aborted)
  }
  const begin = (): void => {
    running ??= run()
      .catch(tellError)
      .finally(() => {
        running = undefined
      })
  }
  const prepare = (): void => {
    isWantedAgain = true
    begin()
  }
  const keepOffers = async (): Promise<void> => {
    await articleFile.copy(await readyArticles.keep())
    if (articleFile.isEmpty() && performance.now() >= retryAt) begin()
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
      stopping.abort()
      clearInterval(keeping)
      if (child?.connected) child.disconnect()
      await running
    },
  }
}
