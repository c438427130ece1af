import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'

/** Rest after work, as a multiple of it: the work takes a fifth of a core. */
const restShare = 4
const restMaximumMilliseconds = 2_000

/** Rests after a step of work in the background. @param began of the step, by `performance.now()` @throws an AbortError when `signal` ends it */
export const restAfter = async (began: number, signal: AbortSignal): Promise<void> => {
  await delay(Math.min(restShare * (performance.now() - began), restMaximumMilliseconds), undefined, { signal })
}
