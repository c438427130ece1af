import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { RebuildAnswer, RebuildRequest, RebuildTarget } from './rebuild-messages.ts'

const main = fileURLToPath(new URL('./rebuild-process-main.ts', import.meta.url))

/** Makes the index anew in a process of its own, away from those who serve readers; it takes its memory with it. */
export type RebuildProcess = {
  /** @returns whether it came to the end */
  rebuild(fromStart: boolean): Promise<boolean>
  /** Ends a rebuild behind the batch in progress; the next one continues there. */
  stop(): void
}

const receive = (answer: RebuildAnswer): boolean => {
  if (answer.kind === 'ended') return answer.isDone
  throw Object.assign(new Error(`A rebuild failed: ${answer.message}`), answer.code !== undefined && { code: answer.code })
}

export const createRebuildProcess = (target: RebuildTarget): RebuildProcess => {
  let send: ((request: RebuildRequest) => void) | undefined
  return {
    async rebuild(fromStart) {
      const child = fork(main, [], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      const answered = Promise.withResolvers<RebuildAnswer>()
      const ended = new Promise<void>((resolve) => {
        child.once('error', (error) => {
          answered.reject(error)
          resolve()
        })
        child.once('exit', (code, signal) => {
          answered.reject(new Error(`A rebuild ended with ${signal ?? `code ${code}`}.`))
          resolve()
        })
      })
      child.once('message', (answer: RebuildAnswer) => answered.resolve(answer))
      send = (request) => void (child.connected && child.send(request, (error) => error && answered.reject(error)))
      try {
        // By message: what a process is called with everybody on the machine can read, and the address may hold a password.
        send({ kind: 'rebuild', target, fromStart })
        return receive(await answered.promise)
      } finally {
        send = undefined
        if (child.connected) child.disconnect()
        await ended
      }
    },
    stop: () => send?.({ kind: 'stop' }),
  }
}
