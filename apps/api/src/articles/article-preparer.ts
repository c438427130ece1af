import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
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

export type ArticlePreparer = Droppable & {
  start(): void
  /** Resolves when nothing is left to make. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Keeps every published article ready: in a process of its own when the server starts and when channels have changed, and in this one
 * what a reading had to make, once a second. The process is there only while it has something to do, and takes its memory with it.
 */
export const createArticlePreparer = (
  options: PrepareOptions,
  readyArticles: Pick<ReadyArticles, 'keep'>,
  onError: (error: unknown) => void,
): ArticlePreparer => {
  let child: ChildProcess | undefined
  let running: Promise<void> | undefined
  let isWantedAgain = false
  let isStopped = false
  let keeping: NodeJS.Timeout | undefined

  const run = async (): Promise<void> => {
    do {
      isWantedAgain = false
      const started = startProcess(options)
      child = started.child
      await started.ended
    } while (isWantedAgain && !isStopped)
  }
  const prepare = (): void => {
    isWantedAgain = true
    running ??= run()
      .catch((error: unknown) => {
        if (!isStopped) onError(error)
      })
      .finally(() => {
        running = undefined
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
      if (child?.connected) child.disconnect()
      await running
    },
  }
}
