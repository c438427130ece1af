import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beginImmediate } from '../database/begin-immediate.ts'
import { drizzleSqlite, sql } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { createSerialTransaction } from '../database/with-transaction.ts'
import { createBehindCounter, type IndexedPlaces } from './catch-up.ts'
import { isIndexDamage } from './index-damage.ts'
import { indexSchema } from './index-schema.ts'

/** The index of one site: inside its database on SQLite, in a file of its own beside PostgreSQL. */
export type SearchIndex = {
  /** The SQLite file with the index. */
  path: string
  /** The index and the articles as they are committed, for reading. */
  committed: IndexedPlaces
  /** Runs work that changes the index, one after another, each in a transaction. */
  withTransaction<T>(work: (places: IndexedPlaces) => Promise<T>): Promise<T>
  /** Changes committed to the articles that the index has not seen. Negative when it has seen some that are gone. */
  countBehind(): Promise<number>
  close(): Promise<void>
}

const schemaDigest = createHash('sha256').update(indexSchema).digest().readInt32BE()

const removeFile = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
}

/** Makes the tables in an empty file. @returns false when there are tables of another schema */
const prepareFile = (connection: BetterSqlite.Database): boolean => {
  // Two processes may start at once: the second one waits here, then finds the tables.
  connection.exec('BEGIN IMMEDIATE')
  try {
    const isReady = connection.pragma('user_version', { simple: true }) === schemaDigest
    const isEmpty = connection.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0
    if (!isReady && isEmpty) connection.exec(`${indexSchema}; PRAGMA user_version = ${schemaDigest}`)
    return isReady || isEmpty
  } finally {
    connection.exec('COMMIT')
  }
}

/** A connection for writing. What it commits last may be lost with the power: the index can be made again. */
const connect = (path: string): BetterSqlite.Database => {
  const connection = new BetterSqlite(path, { timeout: 10_000 })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  return connection
}

const openPrepared = (path: string): BetterSqlite.Database | null => {
  let connection: BetterSqlite.Database | undefined
  try {
    connection = connect(path)
    if (prepareFile(connection)) return connection
  } catch (error) {
    if (!isIndexDamage(error)) throw error
  }
  connection?.close()
  return null
}

/** Opens the file beside PostgreSQL. One of another schema, or so damaged that it cannot be opened, is begun anew: it holds nothing that is not elsewhere. */
const openFile = (path: string): BetterSqlite.Database => {
  const connection = openPrepared(path)
  if (connection) return connection
  removeFile(path)
  return openFile(path)
}

const createTransaction = (writer: BetterSqlite.Database) => {
  // Others write too, and this thread may be the one that serves readers: it asks again instead of waiting in SQLite.
  writer.pragma('busy_timeout = 0')
  return createSerialTransaction({
    begin: () => beginImmediate(writer),
    commit: async () => void writer.exec('COMMIT'),
    rollback: async () => void (writer.inTransaction && writer.exec('ROLLBACK')),
  })
}

const openInside = (store: Store): SearchIndex => {
  const files = store.db.all<{ name: string; file: string }>(sql`PRAGMA database_list`)
  const path = files.find(({ name }) => name === 'main')?.file ?? ''
  const writer = connect(path)
  const db = drizzleSqlite(writer)
  const inTransaction = createTransaction(writer)
  const committed = { tables: store.tables, articles: store.db, index: store.db }
  return {
    path,
    committed,
    withTransaction: (work) => inTransaction(() => work({ tables: store.tables, articles: db, index: db })),
    countBehind: createBehindCounter(committed),
    close: async () => void writer.close(),
  }
}

const openBeside = (store: Store, directory: string, databaseUrl: string): SearchIndex => {
  mkdirSync(directory, { recursive: true })
  // Two databases never share an index; the address may hold a password, so only its digest is shown.
  const { host, pathname } = new URL(databaseUrl)
  const name = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)
  const path = join(directory, `index-${name}.db`)
  const writer = openFile(path)
  const reader = new BetterSqlite(path, { readonly: true, timeout: 10_000 })
  const index = drizzleSqlite(writer)
  const inTransaction = createTransaction(writer)
  const committed = { tables: store.tables, articles: store.db, index: drizzleSqlite(reader) }
  return {
    path,
    committed,
    withTransaction: (work) => inTransaction(() => work({ tables: store.tables, articles: store.db, index })),
    countBehind: createBehindCounter(committed),
    async close() {
      reader.close()
      writer.close()
    },
  }
}

/**
 * Opens the index that belongs to a database.
 * @param directory where an index beside PostgreSQL is kept; it can be deleted at any time and is made again
 */
export const openSearchIndex = (store: Store, directory: string, databaseUrl: string): SearchIndex =>
  store.dialect === 'sqlite' ? openInside(store) : openBeside(store, directory, databaseUrl)
