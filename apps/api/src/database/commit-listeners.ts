import type { CommitListener } from './store.ts'

/** Those who want to hear of commits of this process. */
export const createCommitListeners = () => {
  const listeners = new Set<CommitListener>()
  return {
    onCommit(listener: CommitListener): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async notify(): Promise<void> {
      await Promise.all([...listeners].map((listener) => listener()))
    },
  }
}
