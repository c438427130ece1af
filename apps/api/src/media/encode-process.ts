import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { EncodeJob, EncodeReply, EncodeRequest } from './encode-job.ts'

const main = fileURLToPath(new URL('./encode-process-main.ts', import.meta.url))

/** The original cannot be read as an image. */
export class DamagedImage extends Error {}

/** Makes variants outside this process. */
export type EncodeProcess = {
  /** Makes the file of a variant. @throws {DamagedImage} */
  encode(job: EncodeJob): Promise<void>
  stop(): void
}

const toError = ({ outcome, message }: EncodeReply): Error =>
  outcome === 'damaged' ? new DamagedImage(message) : new Error(`A variant could not be made: ${message}`)

type Session = { child: ChildProcess; waiting: Map<number, PromiseWithResolvers<void>> }

const settle = ({ waiting }: Session, reply: EncodeReply): void => {
  const job = waiting.get(reply.id)
  waiting.delete(reply.id)
  if (reply.outcome === 'done') job?.resolve()
  else job?.reject(toError(reply))
}

const startSession = (onIdle: () => void, onEnd: (ended: Session) => void): Session => {
  const child = fork(main, [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const session: Session = { child, waiting: new Map() }
  const end = (outcome: 'damaged' | 'failed', message: string): void => {
    onEnd(session)
    for (const id of session.waiting.keys()) settle(session, { id, outcome, message })
  }
  child.on('message', (reply: EncodeReply) => {
    settle(session, reply)
    if (session.waiting.size === 0) onIdle()
  })
  child.on('error', (error) => end('failed', error.message))
  // Whatever it was working on is what it died of.
  child.on('exit', () => end('damaged', 'The decoder broke down.'))
  return session
}

/**
 * Encodes in a process of its own, started when it is needed and ended when it has been idle: pictures neither take the
 * memory or the threads of those who read, nor does a picture made to break a decoder break more than itself.
 */
export const createEncodeProcess = ({ idleMs }: { idleMs: number }): EncodeProcess => {
  let current: Session | undefined
  let idle: NodeJS.Timeout | undefined
  let lastId = 0
  const stop = (): void => {
    clearTimeout(idle)
    if (current?.child.connected) current.child.disconnect()
    current = undefined
  }
  const forget = (ended: Session): void => {
    if (current === ended) current = undefined
  }
  const waitIdle = (): void => {
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (current?.waiting.size === 0) stop()
    }, idleMs)
    idle.unref()
  }
  return {
    encode(job) {
      clearTimeout(idle)
      current ??= startSession(waitIdle, forget)
      lastId += 1
      const request: EncodeRequest = { id: lastId, job }
      const outcome = Promise.withResolvers<void>()
      current.waiting.set(request.id, outcome)
      current.child.send(request)
      return outcome.promise
    },
    stop,
  }
}
