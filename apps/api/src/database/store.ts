import type { BetterSQLite3Database } from './drizzle.ts'
import type { SharedCounts } from './shared-counts.ts'
import type * as tables from './tables.sqlite.ts'

/** May answer a promise: a commit is acknowledged when it is kept. */
export type CommitListener = () => void | Promise<void>

export type Tables = typeof tables

/** Runs queries. Awaiting a query works on both engines; `.all()`, `.get()` and `.run()` exist only on SQLite: do not use them. */
export type Database = BetterSQLite3Database

export type Dialect = 'sqlite' | 'postgres'

/** One open database, the same to its users on both engines. */
export type Store = {
  readonly dialect: Dialect
  readonly tables: Tables
  /** Sees what is committed, never the inside of a running transaction. */
  readonly db: Database
  /**
   * Runs `work` in one transaction and commits it; rolls back and throws what `work` throws.
   * Transactions run one after another, over all processes: the order of the change log is the order of commits.
   */
  withTransaction<T>(work: (db: Database) => Promise<T>): Promise<T>
  /** Calls `listener` after every commit of this process and waits for it before the one who committed continues. Returns the way to stop. */
  onCommit(listener: CommitListener): () => void
  /** Calls `listener` when another process may have committed. Returns the way to stop. */
  watchOthers(listener: () => void): () => void
  /** What several processes count together; null where one process is all there is. */
  readonly sharedCounts: SharedCounts | null
  /** Statements sent so far; tests compare it before and after a request. */
  statementCount(): number
  close(): Promise<void>
}
