import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '../database/store.ts'
import { generateCorpus } from '../generating/generate-corpus.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { countConnections, listenOnPort, openConnection } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

const articles = 3_000
const url = '/v1/export/articles.ndjson'
const impatient = { requestTimeout: 5_000, connectionTimeout: 2_500, keepAliveTimeout: 1_000, connectionsCheckingInterval: 100 }

const start = async (engine: Dialect) => {
  const test = await buildTestApp({ engine, limits: impatient })
  const until = Date.parse('2026-11-20T00:00:00+08:00')
  await generateCorpus({ store: test.store, articles, seed: '1', until, timeZone: 'Asia/Shanghai' })
  return { ...test, port: await listenOnPort(test.app) }
}

describe.each(testEngines)('a reader of the export that is slower than the database, on %s', (engine) => {
  it('has nothing read ahead for it, holds no more room than a caller may have, and that only until it is let go', async () => {
    const { app, store, port } = await start(engine)
    const begin = store.statementCount()
    const whole = (await app.inject(url)).body
    // More than the system keeps for a connection.
    expect(Buffer.byteLength(whole)).toBeGreaterThan(10_000_000)
    const forAll = store.statementCount() - begin
    const stalled: Socket[] = []
    const before = store.statementCount()
    const stall = async (caller: string) => {
      const socket = await openConnection(port)
      socket.write(`GET ${url} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${caller}\r\n\r\n`)
      await once(socket, 'readable')
      stalled.push(socket.pause())
    }
    const ask = async (caller: string) => {
      const { statusCode, headers } = await app.inject({ method: 'HEAD', url, headers: { 'x-forwarded-for': caller } })
      return [statusCode, headers['retry-after']]
    }
    await stall('198.51.100.1')
    expect(await ask('198.51.100.1'), 'one more').toEqual([200, undefined])
    await stall('198.51.100.1')
    expect(await ask('198.51.100.1'), 'as many as one may have').toEqual([429, '30'])
    await stall('198.51.100.2')
    expect(await ask('198.51.100.2'), 'another caller').toEqual([200, undefined])
    await stall('198.51.100.2')
    expect(await ask('198.51.100.3'), 'as many as all may have').toEqual([503, '30'])
    await expect.poll(() => ask('198.51.100.3'), { timeout: 10_000 }).toEqual([200, undefined])
    await expect.poll(() => countConnections(app), { timeout: 10_000 }).toBe(0)
    expect(await ask('198.51.100.1'), 'once it is let go').toEqual([200, undefined])
    expect(store.statementCount() - before).toBeLessThan(forAll * stalled.length * 0.8)
    for (const socket of stalled) socket.destroy()
  })
})
