import pg from 'pg'
import { createCommitListeners } from './commit-listeners.ts'
import { drizzlePostgres } from './drizzle-postgres.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { createSharedCounts } from './shared-counts.ts'
import { createStatementCounter } from './statement-counter.ts'
import type { Database, Store, Tables } from './store.ts'
import * as tables from './tables.postgres.ts'
import { createSerialTransaction } from './with-transaction.ts'

const connectionTimeoutMs = 5_000
const statementTimeoutMs = 30_000
const reconnectMs = 1_000
const pollIntervalMs = 500
const channelName = 'gazette_changes'
// Writers of all processes take turns, so that the order of the change log is the order of commits.
const writeLock = 0x67_7a_77

/** Drizzle's query builder is the same object on both engines as long as queries are awaited; this is the one place that says so to the compiler. */
const asDatabase = (db: unknown): Database => db as Database

/** Calls `listener` for every notification and at intervals besides: a lost connection must not hide a commit. */
const listen = (url: string, listener: () => void): (() => void) => {
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let stopped = false
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectionTimeoutMs })
    next.on('notification', listener)
    next.on('error', () => again(next))
    client = next
    try {
      await next.connect()
      await next.query(`LISTEN ${channelName}`)
      listener()
    } catch {
      again(next)
    }
  }
  const again = (lost: pg.Client) => {
    lost.end().catch(() => undefined)
    if (stopped || client !== lost) return
    client = undefined
    retry = setTimeout(connect, reconnectMs)
    retry.unref()
  }
  void connect()
  const poll = setInterval(listener, pollIntervalMs)
  poll.unref()
  return () => {
    stopped = true
    clearInterval(poll)
    clearTimeout(retry)
    client?.end().catch(() => undefined)
  }
}

/** Opens the PostgreSQL database at `url` and brings its schema up to date. */
export const openPostgres = async (url: string): Promise<Store> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectionTimeoutMs,
    statement_timeout: statementTimeoutMs,
  })
  // A connection that dies while idle is replaced by the pool; without a listener the process would die with it.
  pool.on('error', () => undefined)
  const migrating = await pool.connect()
  try {
    await migratePostgres(migrating)
  } finally {
    migrating.release()
  }
  const listeners = createCommitListeners()
  // One connection listens for all of them.
  const watchers = new Set<() => void>()
  let stopListening: (() => void) | undefined
  const { logger, statementCount } = createStatementCounter()
  const inTurn = createTransactions(pool, logger)
  return {
    dialect: 'postgres',
    tables: tables as unknown as Tables,
    db: asDatabase(drizzlePostgres(pool, { logger })),
    async withTransaction(work) {
      const result = await inTurn(work)
      await listeners.notify()
      return result
    },
    onCommit: listeners.onCommit,
    watchOthers(listener) {
      watchers.add(listener)
      stopListening ??= listen(url, () => {
        for (const watcher of watchers) watcher()
      })
      return () => void watchers.delete(listener)
    },
    sharedCounts: createSharedCounts(pool),
    statementCount,
    async close() {
      stopListening?.()
      if (!pool.ended) await pool.end()
    },
  }
}

const createTransactions = (pool: pg.Pool, logger: { logQuery(): void }) => {
  let client: pg.PoolClient | undefined
  const send = async (sql: string) => {
    await client?.query(sql)
  }
  const release = (broken?: boolean) => {
    client?.release(broken)
    client = undefined
  }
  const inTransaction = createSerialTransaction({
    async begin() {
      client = await pool.connect()
      try {
        await send('BEGIN')
        await send(`SELECT pg_advisory_xact_lock(${writeLock})`)
      } catch (error) {
        release(true)
        throw error
      }
    },
    async commit() {
      await send(`NOTIFY ${channelName}`)
      await send('COMMIT')
      release()
    },
    async rollback() {
      try {
        await send('ROLLBACK')
        release()
      } catch {
        release(true)
      }
    },
  })
  return <T>(work: (db: Database) => Promise<T>): Promise<T> =>
    inTransaction(() => {
      if (!client) throw new Error('A transaction has a connection.')
      return work(asDatabase(drizzlePostgres(client, { logger })))
    })
}
