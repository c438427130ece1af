import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { exchange, listenOnPort, openConnection, readToEnd } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'
import { makingMaximum, takeTurns, waitingMaximum } from './connection-turns.ts'

const served = makingMaximum + waitingMaximum

/** Requests sent in one piece, with an id each. */
const requests = (path: string, count: number, isLast = false): string =>
  Array.from({ length: count }, (_, index) => {
    const end = isLast && index === count - 1 ? 'Connection: close\r\n' : ''
    return `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Request-Id: ${index}\r\n${end}\r\n`
  }).join('')

const found = (answers: string, pattern: RegExp): string[] => [...answers.matchAll(pattern)].map(([, value]) => value ?? '')
const statuses = (answers: string) => found(answers, /HTTP\/1\.1 (\d{3}) /g)
const ids = (answers: string) => found(answers, /x-request-id: (\d+)\r\n/gi).map(Number)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('requests sent ahead over one connection', () => {
  it('are worked on a few at a time, while other connections are served, and no more once it is gone', async () => {
    const begun: ServerResponse[] = []
    const server = createServer(takeTurns((_request, response) => begun.push(response)))
    onTestFinished(() => void server.close())
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const greedy = await openConnection(port)
    greedy.write(requests('/', 30))
    await expect.poll(() => begun.length).toBe(makingMaximum)
    const other = await openConnection(port)
    other.write(requests('/', 1))
    await expect.poll(() => begun.length).toBe(makingMaximum + 1)
    for (const made of [1, 2, 3]) {
      begun[made - 1]?.end()
      await expect.poll(() => begun.length).toBe(makingMaximum + 1 + made)
    }
    const ending = once(begun[3] as ServerResponse, 'close')
    greedy.destroy()
    await ending
    other.write(requests('/', 1))
    await expect.poll(() => begun.length).toBe(makingMaximum + 5)
    other.destroy()
  })
})

describe.each(testEngines)('requests sent ahead over one connection on %s', (engine) => {
  it('are all answered, in order, when they are not too many', async () => {
    const { app } = await buildTestApp({ engine })
    const answers = await exchange(await listenOnPort(app), requests('/v1/articles/none', served, true))
    expect(statuses(answers)).toEqual(upTo(served).map(() => '404'))
    expect(ids(answers)).toEqual(upTo(served))
  })

  it('are answered up to the one that is too many, which is told 503 and when to come back, and is the last', async () => {
    const { app } = await buildTestApp({ engine })
    const answers = await exchange(await listenOnPort(app), requests('/v1/articles/none', 900))
    expect(ids(answers)).toEqual(upTo(served + 1))
    expect(statuses(answers)).toEqual([...upTo(served).map(() => '404'), '503'])
    const [head = '', body = ''] = answers.slice(answers.lastIndexOf('HTTP/1.1 503')).split('\r\n\r\n')
    expect(head).toMatch(/^retry-after: \d+\r$/m)
    expect(head).toMatch(/^connection: close\r$/m)
    expect(Problem.parse(JSON.parse(body)).code).toBe('service-unavailable')
  })

  it('are all answered, however many, when the answer is ready', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(articleContent(), 'chzhxw', 'a1')
    await app.inject('/v1/articles/a1')
    const socket = await openConnection(await listenOnPort(app))
    socket.write(requests('/v1/articles/a1', 900, true))
    expect(ids(await readToEnd(socket))).toEqual(upTo(900))
  })
})
