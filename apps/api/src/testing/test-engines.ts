import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openPostgres } from '../database/open-postgres.ts'
import { openSqlite } from '../database/open-sqlite.ts'
import type { Dialect, Store } from '../database/store.ts'
import { databaseUrlOf, onPostgresServer } from './postgres-server.ts'

const postgresUrl = inject('postgresUrl')

/** The engines of this run: SQLite always, PostgreSQL when TEST_POSTGRES_URL names a server (`npm test` starts one). */
export const testEngines: readonly Dialect[] = postgresUrl ? ['sqlite', 'postgres'] : ['sqlite']

/** A database of a test's own. `reopen` opens it once more, as a second process would. */
export type TestDatabase = {
  store: Store
  /** A folder of the test's own; `media` in it holds the files. */
  directory: string
  databaseUrl: string
  reopen(): Promise<Store>
  destroy(): Promise<void>
}

const createPostgresDatabase = async (template: string | null): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onPostgresServer(postgresUrl, `CREATE DATABASE ${name}${template === null ? '' : ` TEMPLATE ${template}`}`)
  return { url: databaseUrlOf(postgresUrl, name), drop: () => onPostgresServer(postgresUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

/**
 * Makes a migrated database and a folder beside it: empty, or with the channels and files of the examples.
 * @param content `empty` unless the test wants the example site
 */
export const createTestDatabase = async (engine: Dialect, content: 'empty' | 'example-site' = 'empty'): Promise<TestDatabase> => {
  const directory = await mkdtemp(join(tmpdir(), 'gazette-test-'))
  const prepared = content === 'example-site' ? inject('prepared') : null
  if (prepared) await cp(prepared.directory, directory, { recursive: true })
  const postgres = engine === 'postgres' ? await createPostgresDatabase(prepared?.template ?? null) : null
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
