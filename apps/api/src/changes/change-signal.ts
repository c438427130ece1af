import type { Store } from '../database/store.ts'

/** Tells those who wait that something may have been committed, here or in another process. */
export type ChangeSignal = {
  /** Resolves at the next commit. Take it before looking, so that nothing falls between. */
  next(): Promise<void>
  /** True once nothing will be told any more. */
  isStopped(): boolean
  stop(): void
}

export const createChangeSignal = (store: Store): ChangeSignal => {
  let waiting = Promise.withResolvers<void>()
  let stopped = false
  const wake = () => {
    const { resolve } = waiting
    waiting = Promise.withResolvers<void>()
    resolve()
  }
  const stops = [store.onCommit(wake), store.watchOthers(wake)]
  return {
    next: () => waiting.promise,
    isStopped: () => stopped,
    stop() {
      stopped = true
      for (const stop of stops) stop()
      wake()
    },
  }
}
