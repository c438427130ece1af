import { sql } from '../database/drizzle.ts'
import type { Database, Store } from '../database/store.ts'
import type { Analyser } from './analyser.ts'
import type { Analysis } from './analysis.ts'
import { catchUp, createBehindCounter } from './catch-up.ts'
import { isIndexDamage } from './index-damage.ts'

/** Behind by more, the index is not what this transaction changes: the keeper makes it anew in the background. */
const behindMaximum = 5_000

/**
 * Does work on the index inside a transaction. A damaged index must not keep anybody from publishing: it stays as it was, behind,
 * until it is made anew; whoever searches is told.
 */
const unlessDamaged = async (db: Database, work: () => Promise<void>): Promise<void> => {
  db.run(sql`SAVEPOINT indexing`)
  try {
    await work()
    // FTS5 writes what it has gathered before another savepoint begins: what goes wrong does so here, and not at the commit.
    db.run(sql`SAVEPOINT written`)
  } catch (error) {
    if (!isIndexDamage(error)) throw error
    db.run(sql`ROLLBACK TO indexing`)
  }
  db.run(sql`RELEASE indexing`)
}

/**
 * A store whose transactions bring the search index up to date before they commit: what is public is found, and what is
 * not is not, from the same instant. Beside PostgreSQL the index has a file of its own and follows the change log instead.
 */
export const indexOnCommit = (store: Store, analyser: Analyser, analysis: Analysis): Store => {
  if (store.dialect !== 'sqlite') return store
  return {
    ...store,
    withTransaction: (work) =>
      store.withTransaction(async (db) => {
        const result = await work(db)
        const places = { tables: store.tables, articles: db, index: db }
        await unlessDamaged(db, async () => {
          if ((await createBehindCounter(places)()) <= behindMaximum) await catchUp(places, analyser, analysis, behindMaximum)
        })
        return result
      }),
    async close() {
      await analysis.close()
      await store.close()
    },
  }
}
