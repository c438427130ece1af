import { constants, setPriority } from 'node:os'
import { openPostgres } from '../database/open-postgres.ts'
import { openSqlite } from '../database/open-sqlite.ts'
import { createAnalyser } from './analyser.ts'
import { createLocalAnalysis } from './analysis.ts'
import { openSearchIndex } from './open-search-index.ts'
import { rebuildIndex } from './rebuild-index.ts'
import type { RebuildAnswer, RebuildRequest, RebuildTarget } from './rebuild-messages.ts'

// The program of the process that makes an index anew while a server runs. It has connections of its own, and ends with the server.
const stopping = new AbortController()

/** Articles a transaction: those who publish wait for one at most. */
const articlesAStep = 50

const rebuild = async ({ databasePath, databaseUrl, directory }: RebuildTarget, fromStart: boolean): Promise<boolean> => {
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

const toFailure = (error: unknown): RebuildAnswer =>
  error instanceof Error
    ? { kind: 'failed', message: error.stack ?? error.message, code: 'code' in error ? String(error.code) : undefined }
    : { kind: 'failed', message: String(error), code: undefined }

const answer = async (target: RebuildTarget, fromStart: boolean): Promise<RebuildAnswer> => {
  try {
    return { kind: 'ended', isDone: await rebuild(target, fromStart) }
  } catch (error) {
    return toFailure(error)
  }
}

// Readers come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.on('message', async (request: RebuildRequest) => {
  if (request.kind === 'stop') stopping.abort()
  else {
    const answered = await answer(request.target, request.fromStart)
    if (process.connected) process.send?.(answered)
  }
})
// From a terminal a signal reaches every process: the server is to say when this one ends, behind the batch in progress.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
process.once('disconnect', () => stopping.abort())
