import type pg from 'pg'
import { findPending, readMigrations } from './read-migrations.ts'

// Any fixed number no other program uses: 'gazette' as hexadecimal characters.
const migrationLock = '0x67617a65747465'

/**
 * Brings the schema up to date, all steps in one transaction under an advisory lock: a second process waits, then finds nothing to do.
 * @throws {MigrationRefused} when the database is newer than this program.
 */
export const migratePostgres = async (client: pg.ClientBase): Promise<string[]> => {
  const known = await readMigrations('postgres')
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${BigInt(migrationLock)})`)
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())',
    )
    const applied = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migrations ORDER BY name')
    const pending = findPending(known, applied.rows)
    for (const { name, sql, checksum } of pending) {
      await client.query(sql)
      await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksum])
    }
    await client.query('COMMIT')
    return pending.map(({ name }) => name)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
