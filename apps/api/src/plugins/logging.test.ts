import { Writable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createTestDatabase } from '../testing/test-engines.ts'

const secret = 'a secret of tests, long enough to sign with'

/** The API with everything it logs. */
const withLog = async () => {
  const database = await createTestDatabase('sqlite')
  const lines: Record<string, unknown>[] = []
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)))
      done()
    },
  })
  const config = readConfig({ DATABASE_URL: database.databaseUrl, GAZETTE_SECRET: secret })
  const app = await buildApp({ config, store: database.store, clock: () => 0, secret, logger: { level: 'info', stream } })
  onTestFinished(async () => {
    await app.close()
    await database.destroy()
  })
  return { app, lines }
}

describe('the log', () => {
  it('has one line for each answer, with the id and the trace of its request, ready or made', async () => {
    const { app, lines } = await withLog()
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    for (const id of ['made', 'ready', 'none'])
      await (
        await fetch(`${address}/v1/${id === 'none' ? 'articles/none' : 'site'}`, { headers: { 'x-request-id': id, traceparent } })
      ).text()
    await expect.poll(() => lines.filter(({ msg }) => msg === 'answered').length).toBe(3)
    expect(lines.filter(({ msg }) => msg === 'answered')).toMatchObject([
      { reqId: 'made', traceparent, method: 'GET', url: '/v1/site', status: 200 },
      { reqId: 'ready', traceparent, url: '/v1/site', status: 200 },
      { reqId: 'none', traceparent, url: '/v1/articles/none', status: 404 },
    ])
  })

  it('says nothing of who asked', async () => {
    const { app, lines } = await withLog()
    await app.inject({ url: '/v1/site', headers: { 'x-forwarded-for': '198.51.100.7', authorization: 'Bearer gzt_secret', cookie: 'a=b' } })
    expect(JSON.stringify(lines)).not.toMatch(/198\.51|gzt_secret|a=b|127\.0\.0\.1/)
  })
})
