import type BetterSqlite from 'better-sqlite3'
import type { Database } from '../database/store.ts'

type Value = string | number | Uint8Array | null | Readonly<Record<string, string>>

const statements = new WeakMap<object, Map<string, BetterSqlite.Statement<Value[]>>>()

/** The connection an index is read and written with. */
export const clientOf = (index: Database): BetterSqlite.Database => Reflect.get(index, '$client') as BetterSqlite.Database

/**
 * A statement of the database the index is in, prepared once. Indexing an article takes a dozen of them, and preparing them
 * each time would take longer than running them.
 */
export const prepared = (index: Database, sql: string): BetterSqlite.Statement<Value[]> => {
  const client = clientOf(index)
  const known = statements.get(client) ?? new Map<string, BetterSqlite.Statement<Value[]>>()
  statements.set(client, known)
  const statement = known.get(sql) ?? client.prepare<Value[]>(sql)
  known.set(sql, statement)
  return statement
}
