import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { countConnections, listenOnPort, openConnection, readToEnd } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

const impatient = { requestTimeout: 5_000, connectionTimeout: 1_000, keepAliveTimeout: 1_000, connectionsCheckingInterval: 100 }
const changes = 1_000
const request = 'GET /v1/changes/stream HTTP/1.1\r\nHost: x\r\n\r\n'

describe.each(testEngines)('a reader of the change stream that stops reading, on %s', (engine) => {
  it('has no more read for it than its connection holds and a batch, and is let go', async () => {
    const { app, store, publish } = await buildTestApp({ engine, limits: impatient })
    await publish(articleContent({ summary: '长'.repeat(10_000) }), 'chzhxw', 'a1')
    const change = { type: 'article.updated' as const, at: 0, articleId: 'a1', channelId: 'chzhxw' }
    await store.withTransaction((db) => db.insert(store.tables.changes).values(Array.from({ length: changes }, () => change)))
    const port = await listenOnPort(app)
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
})
