import { TimeoutError } from './errors.ts'

/** A signal that fires when the caller gives up or the time is over, whichever comes first; the reason is the caller's or a TimeoutError. */
export type Deadline = {
  readonly signal: AbortSignal
  /** Lets go of timer and caller; must be called when the work is done. */
  clear(): void
}

/**
 * `AbortSignal.any` and `AbortSignal.timeout` are newer than the oldest Node this client runs on, and a caller's
 * long-lived signal must not collect listeners.
 */
export const startDeadline = (milliseconds: number, caller: AbortSignal | undefined): Deadline => {
  const controller = new AbortController()
  const timeout = setTimeout(() => controller.abort(new TimeoutError(`No answer within ${milliseconds} ms`)), milliseconds)
  const giveUp = () => controller.abort(caller?.reason)
  if (caller?.aborted) giveUp()
  else caller?.addEventListener('abort', giveUp, { once: true })
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timeout)
      caller?.removeEventListener('abort', giveUp)
    },
  }
}
