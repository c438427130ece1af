import type BetterSqlite from 'better-sqlite3'
import { beginImmediate } from './begin-immediate.ts'
import { findPending, readMigrations } from './read-migrations.ts'

const createLedger = `CREATE TABLE IF NOT EXISTS schema_migrations (
  name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT`

type Applied = { name: string; checksum: string }

/**
 * Brings the schema up to date, all steps in one transaction that holds the write lock: a second process waits, then finds nothing to do.
 * @throws {MigrationRefused} when the database is newer than this program.
 */
export const migrateSqlite = async (connection: BetterSqlite.Database): Promise<string[]> => {
  const known = await readMigrations('sqlite')
  await beginImmediate(connection)
  try {
    connection.exec(createLedger)
    const applied = connection.prepare<[], Applied>('SELECT name, checksum FROM schema_migrations ORDER BY name').all()
    const pending = findPending(known, applied)
    const record = connection.prepare('INSERT INTO schema_migrations (name, checksum) VALUES (?, ?)')
    for (const { name, sql, checksum } of pending) {
      connection.exec(sql)
      record.run(name, checksum)
    }
    connection.exec('COMMIT')
    return pending.map(({ name }) => name)
  } catch (error) {
    connection.exec('ROLLBACK')
    throw error
  }
}
