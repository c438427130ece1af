import type { Clock } from '../clock.ts'
import { and, eq, isNull, lt, or } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'

const intervalMs = 60_000

/** Notes when tokens were used last, and writes it down now and then: reading must not write. */
export const createTokenUse = ({ store, clock, onError }: { store: Store; clock: Clock; onError: (error: unknown) => void }) => {
  let usedAt = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  const write = async (): Promise<void> => {
    const noted = usedAt
    if (noted.size === 0) return
    usedAt = new Map()
    const { tokens } = store.tables
    await store.withTransaction(async (db) => {
      for (const [id, at] of noted)
        await db
          .update(tokens)
          .set({ lastUsedAt: at })
          // Another process may have seen it later.
          .where(and(eq(tokens.id, id), or(isNull(tokens.lastUsedAt), lt(tokens.lastUsedAt, at))))
    })
  }

  return {
    note(id: string): void {
      usedAt.set(id, clock())
    },
    start(): void {
      timer = setInterval(() => void write().catch(onError), intervalMs)
      timer.unref()
    },
    /** Writes what is noted, for the last time. */
    async stop(): Promise<void> {
      clearInterval(timer)
      await write().catch(onError)
    },
  }
}
