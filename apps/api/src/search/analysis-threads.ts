import { availableParallelism } from 'node:os'
import type { Analyser } from './analyser.ts'
import type { AnalysisRequest } from './analysis-thread-main.ts'
import { type IndexEntry, type IndexedArticle, toIndexEntry } from './index-entry.ts'
import { createThread } from './thread.ts'

/** Turns articles into entries of the index, several at a time. */
export type Analysis = {
  /** Batches that can be in work at once. */
  readonly width: number
  analyse(articles: IndexedArticle[]): Promise<IndexEntry[]>
  close(): Promise<void>
}

/** Analyses on the thread that asks: for a few articles, before others have loaded their dictionaries. */
export const createLocalAnalysis = (analyser: Analyser): Analysis => ({
  width: 1,
  analyse: async (articles) => articles.map((article) => toIndexEntry(article, analyser.getSegmenter())),
  close: async () => undefined,
})

/**
 * Threads that analyse: one fewer than the machine has processors, since one writes, and at most four.
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
      turn += 1
      const { entries } = (await threads[turn % width]?.ask<{ entries: IndexEntry[] }>({ articles })) ?? { entries: [] }
      return entries
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}
