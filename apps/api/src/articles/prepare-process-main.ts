import { constants, setPriority } from 'node:os'
import { createAddresses } from '../addresses.ts'
import { createChangeFollower } from '../changes/change-follower.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { openDatabase } from '../database/open-database.ts'
import type { Store } from '../database/store.ts'
import { rootDirectory } from '../root-directory.ts'
import { copyNext } from './copy-articles.ts'
import { prepareArticles } from './prepare-articles.ts'
import { copyFile, type PrepareAnswer, type PrepareOptions, type PrepareRequest } from './prepare-messages.ts'
import { createReadyArticles, type ReadyArticles } from './ready-articles.ts'
import { restAfter } from './rest-after.ts'

// The program of the process that makes articles ready and copies them. It ends when nobody asks it any more.
const stopping = new AbortController()
let opened: { store: Store; readyArticles: ReadyArticles } | undefined

const prepare = async ({ databaseUrl, siteUrl, apiUrl, timeZone, program }: PrepareOptions): Promise<PrepareAnswer> => {
  const store = await openDatabase(databaseUrl, rootDirectory)
  const readyArticles = createReadyArticles(store, program)
  opened = { store, readyArticles }
  const channels = createChannelSnapshot(store)
  const failures: unknown[] = []
  const unfollowed = new AbortController()
  const follower = createChangeFollower(store, [channels], (error) => {
    failures.push(error)
    unfollowed.abort()
  })
  try {
    await follower.start()
    const addresses = createAddresses({ siteUrl, apiUrl })
    const signal = AbortSignal.any([stopping.signal, unfollowed.signal])
    await prepareArticles({ store, channels, addresses, timeZone, follower, readyArticles }, signal)
  } catch (error) {
    throw failures[0] ?? error
  } finally {
    follower.stop()
  }
  return { kind: 'prepared' }
}

/** Copying, most of which is compressing, takes half a core: until it is done, an answer that is not in memory is compressed for each who asks. */
const restFromCopying = 1

const work = async (request: PrepareRequest): Promise<PrepareAnswer> => {
  if (request.kind === 'prepare') return prepare(request.options)
  if (!opened) throw new Error('Nothing is prepared yet.')
  const began = performance.now()
  const copied = await copyNext(opened.readyArticles, copyFile, request)
  await restAfter(began, stopping.signal, restFromCopying)
  return { kind: 'copied', ...copied }
}

const answer = async (request: PrepareRequest): Promise<PrepareAnswer> => {
  try {
    return await work(request)
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// Readers come first.
setPriority(constants.priority.PRIORITY_LOW)
let working = Promise.resolve()
process.on('message', (request: PrepareRequest) => {
  working = answer(request).then((answered) => void (process.connected && process.send?.(answered)))
})
process.once('disconnect', async () => {
  stopping.abort()
  await working
  await opened?.store.close()
})
