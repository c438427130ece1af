import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { sql } from './drizzle.ts'
import { findPending, MigrationRefused, readMigrations } from './read-migrations.ts'

describe.each(testEngines)('migrations on %s', (engine) => {
  it('are applied once, however many processes open the database', async () => {
    const { store, reopen, destroy } = await createTestDatabase(engine)
    onTestFinished(destroy)
    await Promise.all([reopen(), reopen(), reopen()])
    const migrations = await readMigrations(engine)
    const { settings } = store.tables
    const rows = await store.db
      .select({ applied: sql<number>`(SELECT cast(count(*) AS integer) FROM schema_migrations)` })
      .from(sql`(SELECT 1 AS one) AS once`)
    expect(rows).toEqual([{ applied: migrations.length }])
    expect(await store.db.select().from(settings)).toEqual([])
  })

  it('refuse a database that is newer than the program, naming the migration and the way out', async () => {
    const { store, reopen, destroy } = await createTestDatabase(engine)
    onTestFinished(destroy)
    await store.withTransaction(async (db) => {
      const statement = sql`INSERT INTO schema_migrations (name, checksum) VALUES ('9999-from-the-future', 'x')`
      return engine === 'sqlite'
        ? db.run(statement)
        : (db as unknown as { execute(query: typeof statement): Promise<unknown> }).execute(statement)
    })
    await expect(reopen()).rejects.toThrow(/newer than this program.*9999-from-the-future/)
  })
})

describe('findPending', () => {
  const first = { name: '0001-first', sql: '', checksum: 'a' }
  const second = { name: '0002-second', sql: '', checksum: 'b' }

  it('finds what is still to run, in order', () => {
    expect(findPending([first, second], [{ name: '0001-first', checksum: 'a' }])).toEqual([second])
  })

  it('refuses a migration whose text was changed after it ran', () => {
    expect(() => findPending([first], [{ name: '0001-first', checksum: 'other' }])).toThrow(MigrationRefused)
  })
})

describe('the migrations of both engines', () => {
  it('have the same names, but for the search index, which is a file of SQLite beside either of them', async () => {
    const [sqlite, postgres] = await Promise.all([readMigrations('sqlite'), readMigrations('postgres')])
    const names = sqlite.map(({ name }) => name)
    expect(names).toContain('0002-search')
    expect(names.filter((name) => !/^\d+-search/.test(name))).toEqual(postgres.map(({ name }) => name))
  })
})
