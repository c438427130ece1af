import { dependenciesOfChange } from '@gazette/schema/change-dependencies'
import { asc, gt } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { readNewestSequence } from './newest-sequence.ts'

/** Where something is kept that a change makes out of date. */
export type Droppable = {
  /** @param isEnd whether readers must not see it again, not even as a stand-in */
  drop(dependencies: string[], isEnd: boolean): void
  dropAll(): void
}

const batchMaximum = 1_000

/** Keeps what a process has kept in step with the change log. */
export type ChangeFollower = {
  /** Keeps one more thing in step. */
  add(kept: Droppable): void
  /** Begins behind the newest change. */
  start(): Promise<void>
  /** Resolves once everything committed until now has dropped what it makes out of date. */
  catchUp(): Promise<void>
  /** The newest change that has dropped what it makes out of date: what is read from now on knows of it. */
  position(): number
  stop(): void
}

/**
 * Drops what is kept, in the order given, as changes are committed, in this process at once and in others as soon as they show.
 * Lists by topic, author or source depend on `list`, so the change log itself says all there is to know.
 */
export const createChangeFollower = (
  store: Store,
  keptFromStart: readonly Droppable[],
  onError: (error: unknown) => void,
): ChangeFollower => {
  const { db, tables } = store
  const { changes } = tables
  const kept = [...keptFromStart]
  let sequence = 0
  const dropNew = async (): Promise<void> => {
    const rows = await db.select().from(changes).where(gt(changes.sequence, sequence)).orderBy(asc(changes.sequence)).limit(batchMaximum)
    for (const row of rows) {
      const outOfDate = dependenciesOfChange({
        type: row.type,
        articleId: row.articleId ?? undefined,
        channelId: row.channelId ?? undefined,
        previousChannelId: row.previousChannelId ?? undefined,
      })
      const isEnd = row.type === 'article.withdrawn' || row.type === 'article.removed'
      for (const each of kept) each.drop(outOfDate, isEnd)
      sequence = row.sequence
    }
    if (rows.length === batchMaximum) await dropNew()
  }
  // One look at a time, and always one after the last commit.
  let running: Promise<void> | undefined
  let again = false
  const look = (): Promise<void> => {
    if (running) {
      again = true
      return running
    }
    running = dropNew()
      .catch((error: unknown) => {
        // What cannot be followed cannot be trusted: better slow than wrong.
        for (const each of kept) each.dropAll()
        onError(error)
      })
      .then(() => {
        running = undefined
        if (!again) return undefined
        again = false
        return look()
      })
    return running
  }
  const stops: (() => void)[] = []
  return {
    add: (more) => void kept.push(more),
    async start() {
      sequence = await readNewestSequence(store)
      stops.push(
        store.onCommit(() => look()),
        store.watchOthers(() => void look()),
      )
    },
    catchUp: look,
    position: () => sequence,
    stop() {
      for (const stop of stops) stop()
    },
  }
}
