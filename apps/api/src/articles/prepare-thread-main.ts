import { parentPort, workerData } from 'node:worker_threads'
import { createAddresses } from '../addresses.ts'
import { createChangeFollower } from '../changes/change-follower.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { openDatabase } from '../database/open-database.ts'
import { rootDirectory } from '../root-directory.ts'
import type { PrepareAnswer, PrepareRequest, PrepareThreadOptions } from './article-preparer.ts'
import { prepareArticles } from './prepare-articles.ts'
import { createReadyArticles } from './ready-articles.ts'

// The program of the thread that makes articles ready. It has connections of its own: neither its work nor a slow disk holds readers up.
const { databaseUrl, siteUrl, apiUrl, timeZone, program } = workerData as PrepareThreadOptions
const stopping = new AbortController()

const prepare = async (): Promise<void> => {
  const store = await openDatabase(databaseUrl, rootDirectory)
  const channels = createChannelSnapshot(store)
  let lost: unknown
  const follower = createChangeFollower(store, [channels], (error) => {
    lost = error
    stopping.abort()
  })
  try {
    await follower.start()
    const readyArticles = createReadyArticles(store, program)
    const addresses = createAddresses({ siteUrl, apiUrl })
    await prepareArticles({ store, channels, addresses, timeZone, follower, readyArticles }, stopping.signal)
  } catch (error) {
    if (!stopping.signal.aborted || lost) throw lost ?? error
  } finally {
    follower.stop()
    await store.close()
  }
}

const answer = async ({ id, kind }: PrepareRequest): Promise<PrepareAnswer> => {
  try {
    if (kind === 'prepare') await prepare()
    else stopping.abort()
    return { id }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', async (request: PrepareRequest) => parentPort?.postMessage(await answer(request)))
