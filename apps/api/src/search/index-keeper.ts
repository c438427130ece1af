import { count, eq } from '../database/drizzle.ts'
import { DomainError } from '../errors.ts'
import type { Analyser } from './analyser.ts'
import { createAnalysisThreads, createLocalAnalysis } from './analysis-threads.ts'
import { catchUp, followsSameLog } from './catch-up.ts'
import type { SearchIndex } from './open-search-index.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { readState } from './search-state.ts'

const changesAStep = 20
/** An index that is behind by more is made anew, in order and in the background, instead of change by change. */
const behindMaximum = 5_000
/** Up to so many articles a rebuild is over before anybody notices. */
const fewArticles = 200
const articlesAStep = 20

/**
 * Keeps an index in step with the articles while a server runs.
 * @param directory the folder of the operator's dictionary
 */
export const createIndexKeeper = (index: SearchIndex, analyser: Analyser, directory: string, onError: (error: unknown) => void) => {
  const stopping = new AbortController()
  let rebuilding: Promise<boolean> | undefined
  let catching: Promise<void> | undefined

  const rebuild = (fromStart: boolean, analysis = createAnalysisThreads(directory)): Promise<boolean> => {
    if (rebuilding) return rebuilding
    rebuilding = rebuildIndex({ index, analyser, analysis, batch: articlesAStep, fromStart, signal: stopping.signal }).finally(async () => {
      rebuilding = undefined
      await analysis.close()
    })
    return rebuilding
  }

  const applyChanges = async (): Promise<void> => {
    while (await index.withTransaction((places) => catchUp(places, analyser, changesAStep)));
  }

  return {
    /**
     * Sees to it that what is committed is what is found.
     * @throws {DomainError} `service-unavailable` while there is no index that could answer
     */
    async refresh(): Promise<void> {
      const behind = await index.countBehind()
      if (behind === 0) return
      if (behind < 0 || behind > behindMaximum) {
        rebuild(behind < 0).catch(onError)
        throw new DomainError('service-unavailable', {
          detail: { zh: '搜索索引正在建立，请稍后再试。', en: 'The search index is being made. Ask again in a moment.' },
        })
      }
      catching ??= applyChanges().finally(() => {
        catching = undefined
      })
      await catching
    },

    /** Begins to make the index anew when another analyser made it, or of another database. Waits for it where there are few articles. */
    async start(): Promise<void> {
      const { reader } = index
      const isSameLog = await index.withTransaction(followsSameLog)
      if (readState(reader, 'analyser') === analyser.version && isSameLog) return
      const published = await index.withTransaction(async ({ tables: { articles }, articles: db }) =>
        db.select({ total: count() }).from(articles).where(eq(articles.status, 'published')),
      )
      if ((published[0]?.total ?? 0) <= fewArticles) await rebuild(!isSameLog, createLocalAnalysis(analyser))
      else rebuild(!isSameLog).catch(onError)
    },

    /** Waits for a rebuild that is under way. */
    async settled(): Promise<void> {
      await rebuilding
    },

    async stop(): Promise<void> {
      stopping.abort()
      await rebuilding?.catch(() => undefined)
      await catching?.catch(() => undefined)
    },
  }
}
export type IndexKeeper = ReturnType<typeof createIndexKeeper>
