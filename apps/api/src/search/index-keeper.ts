import { setImmediate as pause } from 'node:timers/promises'
import { count, eq } from '../database/drizzle.ts'
import { DomainError } from '../errors.ts'
import type { Analyser } from './analyser.ts'
import { type Analysis, createLocalAnalysis } from './analysis.ts'
import { catchUp, followsSameLog } from './catch-up.ts'
import { isIndexDamage } from './index-damage.ts'
import type { SearchIndex } from './open-search-index.ts'
import { rebuildIndex } from './rebuild-index.ts'
import type { RebuildProcess } from './rebuild-process.ts'
import { readState } from './search-state.ts'

/** Changes applied in one go: some milliseconds, after which others have their turn. */
export const changesAStep = 10
/** An index that is behind by more is made anew, in order and in the background, instead of change by change. */
const behindMaximum = 5_000
/** Up to so many articles a rebuild is over before anybody notices. */
const fewArticles = 200

export type IndexKeeperOptions = {
  index: SearchIndex
  analyser: Analyser
  /** Analyses what changed beside PostgreSQL. */
  analysis: Analysis
  rebuildProcess: RebuildProcess
  onError: (error: unknown) => void
}

const isBeingMade = (): DomainError =>
  new DomainError('service-unavailable', {
    detail: { zh: '搜索索引正在建立，请稍后再试。', en: 'The search index is being made. Ask again in a moment.' },
  })

/** Keeps an index in step with the articles while a server runs. */
export const createIndexKeeper = ({ index, analyser, analysis, rebuildProcess, onError }: IndexKeeperOptions) => {
  let stopped = false
  let rebuilding: Promise<boolean> | undefined
  let catching: Promise<void> | undefined

  const rebuild = (work: () => Promise<boolean>): Promise<boolean> => {
    rebuilding ??= work().finally(() => {
      rebuilding = undefined
    })
    return rebuilding
  }
  const rebuildElsewhere = (fromStart: boolean): void => void rebuild(() => rebuildProcess.rebuild(fromStart)).catch(onError)
  const rebuildHere = (fromStart: boolean): Promise<boolean> =>
    rebuild(() => rebuildIndex({ index, analyser, analysis: createLocalAnalysis(analyser), batch: fewArticles, fromStart }))

  const applyChanges = async (): Promise<void> => {
    while (!stopped && (await index.withTransaction((places) => catchUp(places, analyser, analysis, changesAStep)))) await pause()
  }

  const begin = async (): Promise<void> => {
    const isSameLog = await index.withTransaction(followsSameLog)
    if (readState(index.committed.index, 'analyser') === analyser.version && isSameLog) return
    const { tables, articles: db } = index.committed
    const published = await db.select({ total: count() }).from(tables.articles).where(eq(tables.articles.status, 'published'))
    if ((published[0]?.total ?? 0) <= fewArticles) await rebuildHere(!isSameLog)
    else rebuildElsewhere(!isSameLog)
  }

  return {
    /**
     * Sees to it that what is committed is what is found.
     * @throws {DomainError} `service-unavailable` while there is no index that could answer
     */
    async refresh(): Promise<void> {
      if (readState(index.committed.index, 'incomplete') !== null) throw isBeingMade()
      const behind = await index.countBehind()
      if (behind === 0) return
      if (behind < 0 || behind > behindMaximum) {
        rebuildElsewhere(behind < 0)
        throw isBeingMade()
      }
      catching ??= applyChanges().finally(() => {
        catching = undefined
      })
      await catching
    },

    /**
     * Begins to make the index anew when another analyser made it, or of another database. Waits for it where there are few
     * articles. Damage keeps nobody from reading: it is told, and left to the operator.
     */
    start: () =>
      begin().catch((error: unknown) => {
        if (!isIndexDamage(error)) throw error
        onError(error)
      }),

    /** Waits for a rebuild that is under way. */
    async settled(): Promise<void> {
      await rebuilding
    },

    async stop(): Promise<void> {
      stopped = true
      rebuildProcess.stop()
      await rebuilding?.catch(() => undefined)
      await catching?.catch(() => undefined)
    },
  }
}
export type IndexKeeper = ReturnType<typeof createIndexKeeper>
