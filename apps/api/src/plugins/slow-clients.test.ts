import { once } from 'node:events'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { countConnections, exchange, listenOnPort, openConnection, readToEnd } from '../testing/raw-connection.ts'

const impatient = { requestTimeout: 400, connectionTimeout: 1_000, keepAliveTimeout: 1_000, connectionsCheckingInterval: 20 }

const start = async () => {
  const test = await buildTestApp({ engine: 'sqlite', limits: impatient })
  const port = await listenOnPort(test.app)
  return { ...test, port }
}

const expectTimeout = (answer: string): void => {
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(Problem.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).code).toBe('request-timeout')
}

describe('a client that takes its time', () => {
  it('is told 408 and let go when its headers do not come to an end, in one piece or drop by drop', async () => {
    const { port } = await start()
    const silent = await openConnection(port)
    silent.write('GET /v1/site HTTP/1.1\r\nHost: x\r\nX-More: ')
    expectTimeout(await readToEnd(silent))
    const dripping = await openConnection(port)
    dripping.write('GET /v1/site HTTP/1.1\r\nHost: x\r\n')
    const drops = setInterval(() => dripping.write('X-A: b\r\n'), 10)
    onTestFinished(() => clearInterval(drops))
    expectTimeout(await readToEnd(dripping))
  })

  it('is told 408 when it announced a body that does not come', async () => {
    const { port } = await start()
    const socket = await openConnection(port)
    socket.write('POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{')
    expectTimeout(await readToEnd(socket))
  })

  it('is let go when it says nothing at all, before a request and after one', async () => {
    const { port } = await start()
    const mute = await openConnection(port)
    await readToEnd(mute)
    const idle = await openConnection(port)
    idle.write('GET /v1/site HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(await readToEnd(idle)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('is waited for no longer when it has closed its own half of the connection', async () => {
    const { app, port } = await start()
    const { page } = (await app.inject('/v1/changes?limit=100')).json()
    const socket = await openConnection(port)
    socket.end(`GET /v1/changes?wait=30&cursor=${page.next} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await readToEnd(socket)
    await expect.poll(() => countConnections(app)).toBe(0)
  })

  it('that resets its connections in the middle of answers disturbs nobody', async () => {
    const { port } = await start()
    for (const path of ['/v1/site', '/v1/articles', '/v1/export/articles.ndjson', '/v1/changes/stream']) {
      for (let count = 0; count < 20; count += 1) {
        const socket = await openConnection(port)
        socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
        if (count % 2 === 0) await once(socket, 'readable')
        socket.resetAndDestroy()
      }
    }
    expect(await exchange(port, 'GET /v1/site HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('that asks and asks and reads nothing has no more answers made than its connection holds, and is let go', async () => {
    const { port, publish, app } = await start()
    await publish(articleContent({ title: '长', summary: '长'.repeat(100_000) }), 'chzhxw', 'a1')
    await app.inject('/v1/articles/a1')
    const requests = 20_000
    const socket = await openConnection(port)
    socket.write('GET /v1/articles/a1 HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(requests))
    socket.pause()
    await expect.poll(() => countConnections(app), { timeout: 5_000 }).toBe(0)
    const { body } = await app.inject('/metrics')
    const answered = Number(/operation="ready",status="200"\} (\d+)/.exec(body)?.[1])
    expect(answered).toBeGreaterThan(0)
    expect(answered).toBeLessThan(requests / 2)
    socket.destroy()
  })
})
