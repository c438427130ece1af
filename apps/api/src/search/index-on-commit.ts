import type { Store } from '../database/store.ts'
import type { Analyser } from './analyser.ts'
import type { Analysis } from './analysis.ts'
import { catchUp, countBehind } from './catch-up.ts'

/** Behind by more, the index is not what this transaction changes: the keeper makes it anew in the background. */
const behindMaximum = 5_000

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
        if ((await countBehind(places)) <= behindMaximum) await catchUp(places, analyser, analysis, behindMaximum)
        return result
      }),
    async close() {
      await analysis.close()
      await store.close()
    },
  }
}
