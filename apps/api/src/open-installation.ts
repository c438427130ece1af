import { dirname, join, resolve } from 'node:path'
import { type Clock, systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase } from './database/open-database.ts'
import { sqlitePath } from './database/open-sqlite.ts'
import type { Store } from './database/store.ts'
import { createPublishing, type Publishing } from './publishing/publishing.ts'
import { rootDirectory } from './root-directory.ts'
import { createAnalyser } from './search/analyser.ts'
import { createAnalysis } from './search/analysis.ts'
import { indexOnCommit } from './search/index-on-commit.ts'
import { readOrCreateSecret } from './secret.ts'

/** Everything a process of Gazette works with: the server and every command of the operator's tool. */
export type Installation = {
  config: Config
  store: Store
  /** The same without upkeep of the search index, which is made anew later for what is written through it. */
  unindexedStore: Store
  publishing: Publishing
  clock: Clock
  secret: string
}

const secretPath = (databaseUrl: string): string => join(dirname(sqlitePath(databaseUrl, rootDirectory)), 'secret')

/**
 * Opens the database that the environment names and applies pending migrations.
 * @throws {ConfigError} naming every variable with a wrong value @throws {MigrationRefused} when the database is newer
 */
export const openInstallation = async (): Promise<Installation> => {
  const read = readConfig()
  const config = {
    ...read,
    mediaDirectory: resolve(rootDirectory, read.mediaDirectory),
    searchDirectory: resolve(rootDirectory, read.searchDirectory),
  }
  const secret = config.secret ?? readOrCreateSecret(secretPath(config.databaseUrl))
  const unindexedStore = await openDatabase(config.databaseUrl, rootDirectory)
  const analyser = createAnalyser(config.searchDirectory)
  const store = indexOnCommit(unindexedStore, analyser, createAnalysis(analyser, config.searchDirectory))
  const clock = systemClock
  return { config, store, unindexedStore, clock, secret, publishing: createPublishing({ store, clock }) }
}
