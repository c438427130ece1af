import type { Store } from '../database/store.ts'

/** Tells those who wait that something may have been committed, here or in another process. */
export type ChangeSignal = {
  /** Resolves at the next commit. Take it before looking, so that nothing falls between. */
  next(): Promise<void>
  /** Aborted once nothing will be told any more: whoever waits, for this or for a reader, has to end. */
  stopped: AbortSignal
  stop(): void
}

export const createChangeSignal = (store: Store): ChangeSignal => {
  let waiting = Promise.withResolvers<void>()
  const stopping = new AbortController()
  const wake = () => {
    const { resolve } = waiting
    waiting = Promise.withResolvers<void>()
    resolve()
  }
  const stops = [store.onCommit(wake), store.watchOthers(wake)]
  return {
    next: () => waiting.promise,
    stopped: stopping.signal,
    stop() {
      stopping.abort()
      for (const stop of stops) stop()
      wake()
    },
  }
}
