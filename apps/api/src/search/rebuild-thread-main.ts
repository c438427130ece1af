import { parentPort, workerData } from 'node:worker_threads'
import { openPostgres } from '../database/open-postgres.ts'
import { openSqlite } from '../database/open-sqlite.ts'
import { giveWay } from '../give-way.ts'
import { createAnalyser } from './analyser.ts'
import { createLocalAnalysis } from './analysis.ts'
import { openSearchIndex } from './open-search-index.ts'
import { rebuildIndex } from './rebuild-index.ts'
import type { RebuildAnswer, RebuildRequest, RebuildThreadOptions } from './rebuild-thread.ts'

// The program of the thread that makes an index anew while a server runs. It has connections of its own.
const { databasePath, databaseUrl, directory } = workerData as RebuildThreadOptions
const stopping = new AbortController()
giveWay()

/** Articles a transaction: those who publish wait for one at most. */
const articlesAStep = 50

const rebuild = async (fromStart: boolean): Promise<boolean> => {
  const store = databasePath === null ? await openPostgres(databaseUrl) : await openSqlite(databasePath)
  try {
    const index = openSearchIndex(store, directory, databaseUrl)
    const analyser = createAnalyser(directory)
    const analysis = createLocalAnalysis(analyser)
    try {
      return await rebuildIndex({ index, analyser, analysis, batch: articlesAStep, fromStart, signal: stopping.signal })
    } finally {
      await index.close()
    }
  } finally {
    await store.close()
  }
}

const answer = async (request: RebuildRequest): Promise<RebuildAnswer> => {
  try {
    if (request.kind === 'rebuild') return { id: request.id, isDone: await rebuild(request.fromStart) }
    stopping.abort()
    return { id: request.id, isDone: false }
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (request: RebuildRequest) => parentPort?.postMessage(await answer(request)))
