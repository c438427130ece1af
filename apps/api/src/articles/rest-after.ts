import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'

const restMaximumMilliseconds = 2_000

/**
 * Rests after a step of work in the background.
 * @param began of the step, by `performance.now()`
 * @param restShare how long, as a multiple of the work: with 4 the work takes a fifth of a core
 * @throws an AbortError when `signal` ends it
 */
export const restAfter = async (began: number, signal: AbortSignal, restShare = 4): Promise<void> => {
  await delay(Math.min(restShare * (performance.now() - began), restMaximumMilliseconds), undefined, { signal })
}
