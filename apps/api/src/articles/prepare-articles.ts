import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { dependencies } from '@gazette/schema/change-dependencies'
import type { Droppable } from '../changes/change-follower.ts'
import { and, desc, eq, lt, or } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { DomainError } from '../errors.ts'
import { makeArticleDocument } from './article-document.ts'
import type { ReadyArticles } from './ready-articles.ts'

const batchSize = 100
const keepIntervalMilliseconds = 1_000
/** Making an article takes a fraction of a millisecond: so many between two looks at who else is waiting. */
const articlesATurn = 4
/** Rest after work, as a multiple of it: the upkeep takes a fifth of a core, and readers have the others. */
const restShare = 4
const restMaximumMilliseconds = 1_000
/** While others keep the event loop busier than that, there is no work but theirs. */
const busyShare = 0.5

type Place = { publishedAt: number; id: string }

const readPlaces = ({ db, tables: { articles } }: Store, after: Place | undefined): Promise<Place[]> => {
  const isPublished = eq(articles.status, 'published')
  const isAfter =
    after && or(lt(articles.publishedAt, after.publishedAt), and(eq(articles.publishedAt, after.publishedAt), lt(articles.id, after.id)))
  return db
    .select({ publishedAt: articles.publishedAt, id: articles.id })
    .from(articles)
    .where(and(isPublished, isAfter))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(batchSize)
}

type Options = Parameters<typeof makeArticleDocument>[0] & { store: Store; readyArticles: ReadyArticles; onError(error: unknown): void }

const makeAll = async (options: Options, ids: readonly string[]): Promise<void> => {
  for (const [index, id] of ids.entries()) {
    if (index % articlesATurn === 0) await delay(0)
    await makeArticleDocument(options, id).catch((error: unknown) => {
      // Removed since it was listed.
      if (!(error instanceof DomainError)) throw error
    })
  }
  await options.readyArticles.keep()
}

const rest = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  const before = performance.eventLoopUtilization()
  await delay(Math.min(milliseconds, restMaximumMilliseconds), undefined, { signal, ref: false })
  if (performance.eventLoopUtilization(before).utilization > busyShare) await rest(restMaximumMilliseconds, signal)
}

/** Makes what is missing among the newest articles first, at a pace that leaves the process to its readers. */
const makeMissing = async (options: Options, signal: AbortSignal): Promise<void> => {
  let last: Place | undefined
  do {
    const began = performance.now()
    const places: Place[] = await readPlaces(options.store, last)
    last = places.at(-1)
    const missing = places.length === 0 ? [] : await options.readyArticles.listMissing(places.map(({ id }) => id))
    await makeAll(options, missing)
    await rest(restShare * (performance.now() - began), signal)
  } while (last)
}

export type ArticlePreparer = Droppable & {
  start(): void
  /** Resolves when nothing is left to make. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Keeps every published article ready in the background: at the start, and again when channels have changed.
 * What only reading finds out of date is made by the reading itself and kept once a second.
 */
export const createArticlePreparer = (options: Options): ArticlePreparer => {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let again = false
  let keeping: NodeJS.Timeout | undefined

  const run = (): void => {
    if (running) {
      again = true
      return
    }
    running = makeMissing(options, stopping.signal)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) options.onError(error)
      })
      .then(() => {
        running = undefined
        if (again && !stopping.signal.aborted) run()
        again = false
      })
  }

  return {
    start() {
      keeping = setInterval(() => void options.readyArticles.keep().catch(options.onError), keepIntervalMilliseconds)
      keeping.unref()
      run()
    },
    drop(changed) {
      if (keeping && changed.includes(dependencies.channels)) run()
    },
    dropAll() {},
    async settled() {
      while (running) await running
    },
    async stop() {
      stopping.abort()
      clearInterval(keeping)
      await running
    },
  }
}
