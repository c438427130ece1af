import { performance } from 'node:perf_hooks'
import { and, desc, eq, lt, or } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { DomainError } from '../errors.ts'
import { makeArticleDocument } from './article-document.ts'
import { restAfter } from './rest-after.ts'

const batchSize = 100

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

export type MakeOptions = Parameters<typeof makeArticleDocument>[0]

const makeAll = async (options: MakeOptions, ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    await makeArticleDocument(options, id).catch((error: unknown) => {
      // Removed since it was listed.
      if (!(error instanceof DomainError)) throw error
    })
  await options.readyArticles.keep()
}

/**
 * Makes every published article ready that is not, the newest first, at a pace that leaves the machine to its readers.
 * @throws an AbortError when `signal` ends it
 */
export const prepareArticles = async (options: MakeOptions, signal: AbortSignal): Promise<void> => {
  let last: Place | undefined
  do {
    const began = performance.now()
    const places: Place[] = await readPlaces(options.store, last)
    last = places.at(-1)
    if (places.length > 0) await makeAll(options, await options.readyArticles.listMissing(places.map(({ id }) => id)))
    await restAfter(began, signal)
  } while (last)
}
