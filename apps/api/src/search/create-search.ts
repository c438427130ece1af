import type { Clock } from '../clock.ts'
import type { Store } from '../database/store.ts'
import { DomainError } from '../errors.ts'
import type { Phrase } from './analyse-text.ts'
import type { Analyser } from './analyser.ts'
import { createAnalysisThreads, createLocalAnalysis } from './analysis.ts'
import { createAskedQueries } from './asked-queries.ts'
import type { SearchRequest } from './create-finder.ts'
import type { Highlights } from './highlight-articles.ts'
import { isIndexDamage } from './index-damage.ts'
import { createIndexKeeper } from './index-keeper.ts'
import { openSearchIndex } from './open-search-index.ts'
import { type RankingWeights, rankingWeights } from './rank.ts'
import { createRebuildProcess } from './rebuild-process.ts'
import { createLocalSearch, createSearchThread } from './search-thread.ts'
import type { Suggestions } from './suggest-queries.ts'

export type SearchOptions = {
  store: Store
  analyser: Analyser
  clock: Clock
  timeZone: string
  /** The operator's dictionary, and the index that the database cannot hold. */
  directory: string
  databaseUrl: string
  weights?: RankingWeights
  /** Searches and analyses on the calling thread: for those who serve nobody else. */
  inProcess?: boolean
  /** Told of what goes wrong in the background. */
  onError: (error: unknown) => void
}

const damaged = {
  zh: '搜索索引已损坏，须由运维人员重建（gazette reindex）。其他功能不受影响。',
  en: 'The search index is damaged. An operator has to make it anew (gazette reindex); all else works.',
}

const keepIntervalMs = 60_000

/** Search, the same on both databases. */
export const createSearch = (options: SearchOptions) => {
  const { store, analyser, clock, timeZone, directory, databaseUrl, weights = rankingWeights, inProcess = false, onError } = options
  const index = openSearchIndex(store, directory, databaseUrl)
  const searching = { databasePath: index.path, timeZone, weights }
  const thread = inProcess ? createLocalSearch(searching, analyser) : createSearchThread({ ...searching, directory })
  const analysis = inProcess ? createLocalAnalysis(analyser) : createAnalysisThreads(directory)
  const rebuildProcess = createRebuildProcess({ databasePath: store.dialect === 'sqlite' ? index.path : null, databaseUrl, directory })
  const keeper = createIndexKeeper({ index, analyser, analysis, rebuildProcess, onError })
  const asked = createAskedQueries(index, clock)
  const keeping = setInterval(() => void asked.keep().catch(onError), keepIntervalMs)
  keeping.unref()
  const askIndex = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      await keeper.refresh()
      return await ask()
    } catch (error) {
      if (!isIndexDamage(error)) throw error
      onError(error)
      throw new DomainError('service-unavailable', { detail: damaged })
    }
  }
  return {
    /** Finds articles. @throws {DomainError} `service-unavailable` while there is no index that could answer */
    find: (request: SearchRequest) => askIndex(() => thread.find(request)),

    /** What to show of articles that were found. @param contents JSON of their public revisions */
    highlight: (contents: string[], phrases: Phrase[]): Promise<Highlights[]> => thread.highlight(contents, phrases),

    /** What could be meant by the beginning of a query. */
    suggest: (query: string): Promise<Suggestions> => askIndex(() => thread.suggest(query)),

    /** Notes that a reader found something, for suggestions to others. */
    note: asked.note,

    start: keeper.start,

    settled: keeper.settled,

    async close(): Promise<void> {
      clearInterval(keeping)
      await keeper.stop()
      await thread.close()
      await analysis.close()
      await index.close()
    },
  }
}
export type Search = ReturnType<typeof createSearch>
