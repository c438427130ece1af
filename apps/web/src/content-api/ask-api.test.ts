import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openAsk } from './ask-api.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A real server on this machine; `connections` counts how many it was asked over. */
const serve = async (listener: RequestListener) => {
  const server = createServer(listener)
  const seen = { connections: 0, url: '' }
  server.on('connection', () => {
    seen.connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  seen.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return seen
}

describe('openAsk', () => {
  it('gives the answer as it came, and asks again over the same connection', async () => {
    const seen = await serve((request, response) => {
      response.writeHead(404, { 'cache-tag': 'list' })
      response.end(`没有 ${request.url} ${request.headers['accept-encoding']}`)
    })
    const ask = openAsk(seen.url)
    for (const path of ['/v1/a', '/v1/b']) {
      const { status, headers, body } = await ask(path, 1000)
      expect([status, headers['cache-tag'], body.toString()]).toEqual([404, 'list', `没有 ${path} identity`])
    }
    expect(seen.connections).toBe(1)
  })

  it('asks once more when a kept connection was closed before it was used', async () => {
    let asked = 0
    const seen = await serve((request, response) => {
      asked += 1
      if (asked === 2) request.socket.resetAndDestroy()
      else response.end(String(asked))
    })
    const ask = openAsk(seen.url)
    expect((await ask('/', 1000)).body.toString()).toBe('1')
    expect((await ask('/', 1000)).body.toString()).toBe('3')
  })

  it('follows nobody elsewhere', async () => {
    const seen = await serve((_request, response) => response.writeHead(302, { location: '/' }).end())
    expect((await openAsk(seen.url)('/', 1000)).status).toBe(302)
  })

  it.each<[string, RequestListener]>([
    ['does not come', () => {}],
    ['does not end', (_request, response) => response.writeHead(200).write('{')],
    ['breaks off', (_request, response) => response.writeHead(200, { 'content-length': 10 }).write('{', () => response.destroy())],
  ])('rejects when the answer %s', async (_, listener) => {
    const seen = await serve(listener)
    await expect(openAsk(seen.url)('/', 50)).rejects.toThrow()
  })

  it('ends what is asked when it is told to', async () => {
    const ending = new AbortController()
    const seen = await serve(() => ending.abort())
    await expect(openAsk(seen.url, ending.signal)('/', 10_000)).rejects.toThrow()
  })
})
