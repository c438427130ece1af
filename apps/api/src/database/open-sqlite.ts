import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beginImmediate } from './begin-immediate.ts'
import { createCommitListeners } from './commit-listeners.ts'
import { drizzleSqlite } from './drizzle.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import { createStatementCounter } from './statement-counter.ts'
import type { Store } from './store.ts'
import * as tables from './tables.sqlite.ts'
import { createSerialTransaction } from './with-transaction.ts'

const busyTimeoutMs = 10_000
const watchIntervalMs = 100

/** One connection, with everything Gazette asks of SQLite. */
export const connectSqlite = (path: string): BetterSqlite.Database => {
  const connection = new BetterSqlite(path, { timeout: busyTimeoutMs })
  connection.pragma('journal_mode = WAL')
  // An acknowledged write survives a power cut: every commit waits for the disk.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('temp_store = MEMORY')
  return connection
}

/** The file of a `file:` address, absolute; relative addresses start at `directory`. */
export const sqlitePath = (url: string, directory: string): string =>
  resolve(directory, decodeURIComponent(url.replace(/^file:(\/\/)?/, '')))

/**
 * Opens (and creates) the SQLite database at `path` and brings its schema up to date.
 * One connection reads and another writes, so that nobody sees the inside of a running transaction.
 */
export const openSqlite = async (path: string): Promise<Store> => {
  mkdirSync(dirname(path), { recursive: true })
  const writer = connectSqlite(path)
  await migrateSqlite(writer)
  writer.pragma('busy_timeout = 0')
  const reader = connectSqlite(path)
  reader.pragma('query_only = ON')
  const listeners = createCommitListeners()
  const { logger, statementCount } = createStatementCounter()
  const writerDb = drizzleSqlite(writer, { logger })
  const inTransaction = createSerialTransaction({
    begin: () => beginImmediate(writer),
    commit: async () => void writer.exec('COMMIT'),
    rollback: async () => void (writer.inTransaction && writer.exec('ROLLBACK')),
  })
  const watchers = new Set<NodeJS.Timeout>()
  return {
    dialect: 'sqlite',
    tables,
    db: drizzleSqlite(reader, { logger }),
    async withTransaction(work) {
      const result = await inTransaction(() => work(writerDb))
      await listeners.notify()
      return result
    },
    onCommit: listeners.onCommit,
    watchOthers(listener) {
      // data_version moves when any other connection has committed; reading it costs about a microsecond.
      const version = reader.prepare('PRAGMA data_version').pluck()
      let seen = version.get()
      const timer = setInterval(() => {
        const current = version.get()
        if (current !== seen) {
          seen = current
          listener()
        }
      }, watchIntervalMs)
      timer.unref()
      watchers.add(timer)
      return () => {
        clearInterval(timer)
        watchers.delete(timer)
      }
    },
    sharedCounts: null,
    statementCount,
    async close() {
      for (const timer of watchers) clearInterval(timer)
      reader.close()
      writer.close()
    },
  }
}
