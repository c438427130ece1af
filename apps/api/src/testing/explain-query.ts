import BetterSqlite from 'better-sqlite3'
import { readMigrations } from '../database/read-migrations.ts'

type Query = { toSQL(): { sql: string; params: unknown[] } }

/** How SQLite goes about a query, step by step: what it searches, by which index, and what it has to sort. */
export const explainQuery = async (query: Query): Promise<string[]> => {
  const { sql, params } = query.toSQL()
  const database = new BetterSqlite(':memory:')
  try {
    for (const migration of await readMigrations('sqlite')) database.exec(migration.sql)
    const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...params)
    return plan.map(({ detail }) => detail)
  } finally {
    database.close()
  }
}
