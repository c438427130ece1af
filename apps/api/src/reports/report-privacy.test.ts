import { Writable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Store } from '../database/store.ts'
import { createTestDatabase } from '../testing/test-engines.ts'

/** A store that breaks down while it writes, quoting what it was given as drivers do. */
const breakable = (store: Store) => {
  let isBroken = false
  const withTransaction: Store['withTransaction'] = async (work) => {
    if (!isBroken) return store.withTransaction(work)
    throw new Error('Failed query: insert into "reports" … params: reader@example.org', {
      cause: Object.assign(new Error('disk I/O error at reader@example.org'), { code: 'SQLITE_IOERR' }),
    })
  }
  return {
    store: { ...store, withTransaction },
    breakDown() {
      isBroken = true
    },
  }
}

it('logs neither contact nor message when a report cannot be stored', async () => {
  const database = await createTestDatabase('sqlite')
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  let now = Date.parse('2026-11-20T09:00:00+08:00')
  const secret = 'a secret of tests, long enough to sign with'
  const config = readConfig({ DATABASE_URL: database.databaseUrl, SITE_URL: 'https://www.example.gov.cn', GAZETTE_SECRET: secret })
  const { store, breakDown } = breakable(database.store)
  const app = await buildApp({ config, store, clock: () => now, secret, logger: { level: 'trace', stream } })
  onTestFinished(async () => {
    await app.close()
    await database.destroy()
  })
  const { token } = (await app.inject('/v1/reports/form')).json()
  now += 60_000
  breakDown()
  const payload = { token, url: 'https://www.example.gov.cn/about', kind: 'typo', message: '私下的话', contact: 'reader@example.org' }
  const answer = await app.inject({ method: 'POST', url: '/v1/reports', payload })
  expect(answer.statusCode).toBe(500)
  const log = lines.join('')
  expect(log).toContain('A report could not be stored (SQLITE_IOERR)')
  for (const secretWords of ['reader@example.org', '私下的话']) expect(log + answer.body).not.toContain(secretWords)
})
