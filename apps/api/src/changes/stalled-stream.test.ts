import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '../database/store.ts'
import type { ServerLimits } from '../plugins/ready-lane.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { countConnections, listenOnPort, openConnection, readToEnd } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

const impatient = { requestTimeout: 5_000, connectionTimeout: 1_000, keepAliveTimeout: 1_000, connectionsCheckingInterval: 100 }
const changes = 1_000
const request = 'GET /v1/changes/stream HTTP/1.1\r\nHost: x\r\n\r\n'

/** More changes than the system keeps for a connection. */
const build = async (engine: Dialect, limits?: ServerLimits) => {
  const { app, store, publish } = await buildTestApp({ engine, ...(limits && { limits }) })
  await publish(articleContent({ summary: '长'.repeat(10_000) }), 'chzhxw', 'a1')
  const change = { type: 'article.updated' as const, at: 0, articleId: 'a1', channelId: 'chzhxw' }
  await store.withTransaction((db) => db.insert(store.tables.changes).values(Array.from({ length: changes }, () => change)))
  return { app, store, port: await listenOnPort(app) }
}

/** A reader that asks and then reads no more, once all the system keeps for it is full. */
const stall = async (app: FastifyInstance, port: number) => {
  const stalled = await openConnection(port)
  const received = once(app.server, 'request')
  stalled.write(request)
  const [, response] = (await received) as [unknown, ServerResponse]
  await once(stalled, 'readable')
  stalled.pause()
  let last = 0
  const isStuck = () => {
    const before = last
    last = response.writableLength
    return last > 0 && last === before
  }
  await expect.poll(isStuck, { timeout: 10_000, interval: 100 }).toBe(true)
  return stalled
}

describe.each(testEngines)('a reader of the change stream that stops reading, on %s', (engine) => {
  it('has no more read for it than its connection holds and a batch, and is let go', async () => {
    const { app, store, port } = await build(engine, impatient)
    const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
      const before = store.statementCount()
      await work()
      return store.statementCount() - before
    }
    const forStalled = await countStatements(async () => {
      const stalled = await openConnection(port)
      stalled.write(request)
      await once(stalled, 'readable')
      stalled.pause()
      await expect.poll(() => countConnections(app), { timeout: 10_000 }).toBe(0)
      stalled.destroy()
    })
    const forAll = await countStatements(async () => {
      const reading = await openConnection(port)
      reading.write(request)
      // More than the system keeps for a connection.
      expect((await readToEnd(reading)).length).toBeGreaterThan(10_000_000)
    })
    expect(forStalled).toBeGreaterThan(0)
    expect(forStalled).toBeLessThan(forAll * 0.6)
  })

  it('keeps a server from stopping no longer than one that reads, whose stream is brought to its end', async () => {
    const { app, port } = await build(engine)
    const stalled = await stall(app, port)
    const reading = await openConnection(port)
    reading.write(`GET /v1/changes/stream HTTP/1.1\r\nHost: x\r\nLast-Event-ID: ${changes}\r\n\r\n`)
    await once(reading, 'readable')
    const begin = performance.now()
    const [text] = await Promise.all([readToEnd(reading), app.close()])
    expect(performance.now() - begin).toBeLessThan(5_000)
    expect(text).toMatch(/\r\n0\r\n\r\n$/)
    stalled.destroy()
  })
})
