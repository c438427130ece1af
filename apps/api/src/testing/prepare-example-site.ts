import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openPostgres } from '../database/open-postgres.ts'
import { openSqlite } from '../database/open-sqlite.ts'
import type { Store } from '../database/store.ts'
import { createPublishing } from '../publishing/publishing.ts'
import { createExampleSite } from '../sample-content/load-sample-content.ts'
import { databaseUrlOf, onPostgresServer } from './postgres-server.ts'
import { preparedAt } from './prepared-at.ts'

const fill = async (store: Store, mediaDirectory: string): Promise<void> => {
  const publishing = createPublishing({ store, clock: () => Date.parse(preparedAt) })
  await publishing.write((writing) => createExampleSite(writing, mediaDirectory))
  await store.close()
}

/**
 * Before any test: a database of each engine with the channels and files of the examples.
 * Tests copy it, which takes a fraction of the time it takes to make one.
 */
export const setup = async ({ provide, config }: TestProject): Promise<() => Promise<void>> => {
  const directory = await mkdtemp(join(tmpdir(), 'gazette-prepared-'))
  await fill(await openSqlite(join(directory, 'gazette.db')), join(directory, 'media'))
  const { postgresUrl } = config.provide
  const template = `prepared_${randomBytes(8).toString('hex')}`
  if (postgresUrl) {
    await onPostgresServer(postgresUrl, `CREATE DATABASE ${template}`)
    await fill(await openPostgres(databaseUrlOf(postgresUrl, template)), join(directory, 'media'))
  }
  provide('prepared', { directory, template })
  return async () => {
    if (postgresUrl) await onPostgresServer(postgresUrl, `DROP DATABASE ${template} WITH (FORCE)`)
    await rm(directory, { recursive: true, force: true })
  }
}
