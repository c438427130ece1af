import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Copied, CopyRequest } from './copy-articles.ts'
import { copyFile, type PrepareAnswer, type PrepareOptions, type PrepareRequest } from './prepare-messages.ts'

const main = fileURLToPath(new URL('./prepare-process-main.ts', import.meta.url))

/** The process that makes articles ready and copies them. Whatever it is asked fails when it does. */
export type PrepareProcess = {
  /** Makes every article ready that is not. */
  prepare(options: PrepareOptions): Promise<void>
  /** Writes the next articles that are ready to the file. */
  copy(request: CopyRequest): Promise<Copied>
  /** Resolves when it has ended. */
  stop(): Promise<void>
}

/** @param file to which articles are copied */
export const startPrepareProcess = (file: number): PrepareProcess => {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
  const child = fork(main, [], { execArgv: [], stdio: [...stdio, ...Array.from({ length: copyFile - stdio.length + 1 }, () => file)] })
  let waiting: PromiseWithResolvers<PrepareAnswer> | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      waiting?.reject(error)
      resolve()
    })
    child.once('exit', (code) => {
      waiting?.reject(new Error(`Preparing articles ended with code ${code}.`))
      resolve()
    })
  })
  child.on('message', (answer: PrepareAnswer) => {
    if (answer.kind === 'failed') waiting?.reject(new Error(answer.message))
    else waiting?.resolve(answer)
  })
  // By message: what a process is called with everybody on the machine can read, and the address may hold a password.
  const ask = async <Kind extends PrepareAnswer['kind']>(request: PrepareRequest): Promise<Extract<PrepareAnswer, { kind: Kind }>> => {
    waiting = Promise.withResolvers()
    child.send(request, (error) => error && waiting?.reject(error))
    return (await waiting.promise) as Extract<PrepareAnswer, { kind: Kind }>
  }
  return {
    async prepare({ databaseUrl, siteUrl, apiUrl, timeZone, program }) {
      await ask<'prepared'>({ kind: 'prepare', options: { databaseUrl, siteUrl, apiUrl, timeZone, program } })
    },
    copy: (request) => ask<'copied'>({ kind: 'copy', ...request }),
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
