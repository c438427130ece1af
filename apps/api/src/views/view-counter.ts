import { inArray, sql } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'

const flushMilliseconds = 10_000
/** Articles seen between two writes; beyond them views are lost rather than memory. */
const pendingMaximum = 10_000
/** SQLite takes that many values in one statement. */
const batchSize = 500

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** Adds to what is stored. What is unknown or was never public is left out. */
const addViews = (store: Store, counts: ReadonlyMap<string, number>): Promise<void> =>
  store.withTransaction(async (db) => {
    const { articles, articleViews } = store.tables
    for (const ids of chunksOf([...counts.keys()], batchSize)) {
      const known = await db.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids))
      if (known.length === 0) continue
      await db
        .insert(articleViews)
        .values(known.map(({ id }) => ({ articleId: id, views: counts.get(id) ?? 0 })))
        .onConflictDoUpdate({ target: articleViews.articleId, set: { views: sql`article_views.views + excluded.views` } })
    }
  })

/** Counts views in memory and writes the sums now and then: many views are one write, and none of them touches the change log. */
export type ViewCounter = {
  count(articleId: string): void
  /** Views of an article that are not written yet. */
  pending(articleId: string): number
  /** Writes what was counted; what cannot be written now is kept for the next time. */
  flush(): Promise<void>
  start(): void
  /** Writes for the last time. */
  stop(): Promise<void>
}

export const createViewCounter = (store: Store, onError: (error: unknown) => void, maximum: number = pendingMaximum): ViewCounter => {
  let counts = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const add = (articleId: string, views: number): void => {
    const known = counts.get(articleId)
    if (known !== undefined || counts.size < maximum) counts.set(articleId, (known ?? 0) + views)
  }

  const write = async (): Promise<void> => {
    if (counts.size === 0) return
    const taken = counts
    counts = new Map()
    try {
      await addViews(store, taken)
    } catch (error) {
      for (const [articleId, views] of taken) add(articleId, views)
      onError(error)
    }
  }

  const flush = (): Promise<void> => {
    writing = writing.then(write)
    return writing
  }

  return {
    count: (articleId) => add(articleId, 1),
    pending: (articleId) => counts.get(articleId) ?? 0,
    flush,
    start() {
      timer = setInterval(() => void flush(), flushMilliseconds)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}
