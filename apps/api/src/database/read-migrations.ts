import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Dialect } from './store.ts'

/** One named step of the schema. `checksum` is the SHA-256 of its text, in hex. */
export type Migration = { name: string; sql: string; checksum: string }

const folder = new URL('../../migrations/', import.meta.url)

/** All migrations of this program for one engine, in the order they apply. */
export const readMigrations = async (dialect: Dialect): Promise<Migration[]> => {
  const directory = new URL(`${dialect}/`, folder)
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, directory), 'utf8')
      return { name: name.replace(/\.sql$/, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** The database was migrated by a newer program, or a migration was edited after it ran. */
export class MigrationRefused extends Error {}

/**
 * The migrations that are still to run.
 * @throws {MigrationRefused} when the database knows a migration that this program does not, or knows another text of one.
 */
export const findPending = (known: readonly Migration[], applied: readonly { name: string; checksum: string }[]): Migration[] => {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = byName.get(name)
    if (!migration) {
      throw new MigrationRefused(
        `The database is newer than this program: it has migration ${name}, which this program does not know. Start the newer program, or restore a backup made before the upgrade.`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(
        `Migration ${name} was changed after it was applied to this database. Put its text back and add a new migration.`,
      )
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !done.has(name))
}
