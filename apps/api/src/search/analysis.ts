import { availableParallelism } from 'node:os'
import { createThread } from '../thread.ts'
import type { Analyser } from './analyser.ts'
import type { AnalysisRequest } from './analysis-thread-main.ts'
import { type IndexEntry, type IndexedArticle, toIndexEntry } from './index-entry.ts'

/** Turns articles into entries of the index, several batches at a time. */
export type Analysis = {
  /** Batches that can be in work at once. */
  readonly width: number
  analyse(articles: IndexedArticle[]): Promise<IndexEntry[]>
  close(): Promise<void>
}

/** Analyses on the thread that asks, which waits meanwhile. */
export const createLocalAnalysis = (analyser: Analyser): Analysis => ({
  width: 1,
  analyse: async (articles) => articles.map((article) => toIndexEntry(article, analyser.getSegmenter())),
  close: async () => undefined,
})

/**
 * Threads that analyse, started when they are first needed: one fewer than the machine has processors, since one writes,
 * and at most four.
 * @param directory the folder of the operator's dictionary
 */
export const createAnalysisThreads = (directory: string): Analysis => {
  const width = Math.min(Math.max(availableParallelism() - 1, 1), 4)
  const program = new URL('analysis-thread-main.ts', import.meta.url)
  const threads = Array.from({ length: width }, () => createThread<Omit<AnalysisRequest, 'id'>>(program, { directory }))
  let turn = 0
  return {
    width,
    async analyse(articles) {
      if (articles.length === 0) return []
      turn += 1
      const { entries } = (await threads[turn % width]?.ask<{ entries: IndexEntry[] }>({ articles })) ?? { entries: [] }
      return entries
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}

/** Of so few articles the analysis is over before a thread has loaded its dictionaries. */
const fewArticles = 20

/** Analyses few articles on the thread that asks and many on others: for commands, of which most write one article. */
export const createAnalysis = (analyser: Analyser, directory: string): Analysis => {
  const local = createLocalAnalysis(analyser)
  const threads = createAnalysisThreads(directory)
  return {
    width: threads.width,
    analyse: (articles) => (articles.length <= fewArticles ? local : threads).analyse(articles),
    close: threads.close,
  }
}
