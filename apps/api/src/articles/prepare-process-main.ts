import { constants, setPriority } from 'node:os'
import { createAddresses } from '../addresses.ts'
import { createChangeFollower } from '../changes/change-follower.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { openDatabase } from '../database/open-database.ts'
import { rootDirectory } from '../root-directory.ts'
import type { PrepareFailure, PrepareOptions } from './article-preparer.ts'
import { prepareArticles } from './prepare-articles.ts'
import { createReadyArticles } from './ready-articles.ts'

// The program of the process that makes articles ready. It ends when that is done, or when nobody waits for it any more.
const stopping = new AbortController()

const prepare = async ({ databaseUrl, siteUrl, apiUrl, timeZone, program }: PrepareOptions): Promise<void> => {
  const store = await openDatabase(databaseUrl, rootDirectory)
  const channels = createChannelSnapshot(store)
  const failures: unknown[] = []
  const follower = createChangeFollower(store, [channels], (error) => {
    failures.push(error)
    stopping.abort()
  })
  try {
    await follower.start()
    const readyArticles = createReadyArticles(store, program)
    const addresses = createAddresses({ siteUrl, apiUrl })
    await prepareArticles({ store, channels, addresses, timeZone, follower, readyArticles }, stopping.signal)
  } catch (error) {
    if (failures.length > 0) throw failures[0]
    if (!stopping.signal.aborted) throw error
  } finally {
    follower.stop()
    await store.close()
  }
}

const tell = (failure: PrepareFailure): void => void process.send?.(failure, undefined, undefined, () => process.disconnect())

// Readers come first.
setPriority(constants.priority.PRIORITY_LOW)
process.once('disconnect', () => stopping.abort())
process.once('message', (options: PrepareOptions) => {
  prepare(options).then(
    () => process.connected && process.disconnect(),
    (error: unknown) => {
      process.exitCode = 1
      if (process.connected) tell({ message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    },
  )
})
