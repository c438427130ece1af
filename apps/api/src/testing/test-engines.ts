import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openPostgres } from '../database/open-postgres.ts'
import { openSqlite } from '../database/open-sqlite.ts'
import type { Dialect, Store } from '../database/store.ts'

const postgresUrl = inject('postgresUrl')

/** The engines of this run: SQLite always, PostgreSQL when TEST_POSTGRES_URL names a server (`npm test` starts one). */
export const testEngines: readonly Dialect[] = postgresUrl ? ['sqlite', 'postgres'] : ['sqlite']

/** A database of a test's own. `reopen` opens it once more, as a second process would. */
export type TestDatabase = {
  store: Store
  /** An empty folder of the test's own. */
  directory: string
  databaseUrl: string
  reopen(): Promise<Store>
  destroy(): Promise<void>
}

const onServer = async (work: (client: pg.Client) => Promise<unknown>): Promise<void> => {
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const createPostgresDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer((client) => client.query(`CREATE DATABASE ${name}`))
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)) }
}

/** Makes an empty, migrated database and a folder beside it. */
export const createTestDatabase = async (engine: Dialect): Promise<TestDatabase> => {
  const directory = await mkdtemp(join(tmpdir(), 'gazette-test-'))
  const postgres = engine === 'postgres' ? await createPostgresDatabase() : null
  const path = join(directory, 'gazette.db')
  const open = () => (postgres ? openPostgres(postgres.url) : openSqlite(path))
  const opened: Store[] = []
  const reopen = async () => {
    const store = await open()
    opened.push(store)
    return store
  }
  return {
    store: await reopen(),
    directory,
    databaseUrl: postgres?.url ?? `file:${path}`,
    reopen,
    async destroy() {
      await Promise.all(opened.map((store) => store.close()))
      await postgres?.drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
