import { parentPort, workerData } from 'node:worker_threads'
import { createAnalyser } from './analyser.ts'
import { type IndexEntry, type IndexedArticle, toIndexEntry } from './index-entry.ts'

/** What a thread that analyses is asked, and what it answers. */
export type AnalysisRequest = { id: number; articles: IndexedArticle[] }
export type AnalysisAnswer = { id: number; entries: IndexEntry[] } | { id: number; error: string }

// The program of a thread that turns articles into entries of the index, so that those who publish and read do not wait.
const analyser = createAnalyser((workerData as { directory: string }).directory)

const answer = ({ id, articles }: AnalysisRequest): AnalysisAnswer => {
  try {
    return { id, entries: articles.map((article) => toIndexEntry(article, analyser.getSegmenter())) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (request: AnalysisRequest) => parentPort?.postMessage(answer(request)))
