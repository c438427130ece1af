import BetterSqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../testing/test-engines.ts'
import { connectSqlite, sqlitePath } from './open-sqlite.ts'

it('waits for the disk at every commit and enforces foreign keys on SQLite', async () => {
  const { databaseUrl, destroy } = await createTestDatabase('sqlite')
  onTestFinished(destroy)
  const connection = connectSqlite(sqlitePath(databaseUrl, '/'))
  onTestFinished(() => void connection.close())
  const read = (name: string) => connection.pragma(name, { simple: true })
  expect({ journal: read('journal_mode'), synchronous: read('synchronous'), foreignKeys: read('foreign_keys') }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
  })
  expect(connection).toBeInstanceOf(BetterSqlite)
})
