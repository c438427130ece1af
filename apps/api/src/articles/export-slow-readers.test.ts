import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '../database/store.ts'
import { generateCorpus } from '../generating/generate-corpus.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { countConnections, listenOnPort, openConnection } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

const articles = 3_000
const impatient = { requestTimeout: 5_000, connectionTimeout: 1_000, keepAliveTimeout: 1_000, connectionsCheckingInterval: 100 }

const start = async (engine: Dialect) => {
  const test = await buildTestApp({ engine, limits: impatient })
  const until = Date.parse('2026-11-20T00:00:00+08:00')
  await generateCorpus({ store: test.store, articles, seed: '1', until, timeZone: 'Asia/Shanghai' })
  return { ...test, port: await listenOnPort(test.app) }
}

describe.each(testEngines)('a reader of the export that is slower than the database, on %s', (engine) => {
  it('has nothing read ahead for it, and holds up others only until it is let go', async () => {
    const { app, store, port } = await start(engine)
    const begin = store.statementCount()
    const whole = (await app.inject('/v1/export/articles.ndjson')).body
    // More than the system keeps for a connection.
    expect(Buffer.byteLength(whole)).toBeGreaterThan(10_000_000)
    const forAll = store.statementCount() - begin
    const stalled = await Promise.all(Array.from({ length: 4 }, () => openConnection(port)))
    const before = store.statementCount()
    for (const socket of stalled) {
      socket.write('GET /v1/export/articles.ndjson HTTP/1.1\r\nHost: x\r\n\r\n')
      await once(socket, 'readable')
      socket.pause()
    }
    const ask = () => app.inject({ method: 'HEAD', url: '/v1/export/articles.ndjson' })
    const refused = await ask()
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '30'])
    await expect.poll(async () => (await ask()).statusCode, { timeout: 10_000 }).toBe(200)
    await expect.poll(() => countConnections(app), { timeout: 10_000 }).toBe(0)
    expect(store.statementCount() - before).toBeLessThan(forAll * stalled.length * 0.8)
    for (const socket of stalled) socket.destroy()
  })
})
