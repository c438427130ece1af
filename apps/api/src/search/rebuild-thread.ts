import { createThread } from '../thread.ts'

/** Where the articles and the index are. `databasePath` is the file of SQLite; null beside PostgreSQL. */
export type RebuildThreadOptions = { databasePath: string | null; databaseUrl: string; directory: string }

type Question = { kind: 'rebuild'; fromStart: boolean } | { kind: 'stop' }
export type RebuildRequest = Question & { id: number }
export type RebuildAnswer = { id: number; isDone: boolean } | { id: number; error: string }

/** Makes the index anew away from the thread that serves readers. */
export type RebuildThread = {
  /** @returns whether it came to the end */
  rebuild(fromStart: boolean): Promise<boolean>
  /** Ends a rebuild behind the batch in progress; the next one continues there. */
  stop(): Promise<void>
}

export const createRebuildThread = (options: RebuildThreadOptions): RebuildThread => {
  const program = new URL('rebuild-thread-main.ts', import.meta.url)
  let running: ReturnType<typeof createThread<Question>> | undefined
  return {
    async rebuild(fromStart) {
      const thread = createThread<Question>(program, options)
      running = thread
      try {
        return (await thread.ask<{ isDone: boolean }>({ kind: 'rebuild', fromStart })).isDone
      } finally {
        // Its dictionaries are of no use any more.
        running = undefined
        await thread.close()
      }
    },
    stop: async () => void (await running?.ask({ kind: 'stop' })),
  }
}
