/** Answers the same bytes in several ways; started by `hits.ts`. Prints its port. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { createByteCache } from '../src/byte-cache.ts'
import { sendReady } from '../src/send-ready.ts'
import { createChineseJson } from './chinese-json.ts'

const sizes: Record<string, number> = { small: 12_000, large: 124_000 }
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=10',
  'access-control-allow-origin': '*',
}
const cache = createByteCache({ maximumBytes: 256e6, now: Date.now, staleSeconds: 0 })

/** What somebody would write by hand for these very bytes. */
const bare = (body: Buffer, more: Record<string, string>) => {
  const all = { ...headers, vary: 'Accept-Encoding', etag: '"3q2-7wAAAAAAAAAAAAAAAAAAAAA"', 'content-length': body.length, ...more }
  return (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, all)
    response.end(body)
  }
}

const makeAndSend = async (request: IncomingMessage, response: ServerResponse, key: string): Promise<void> => {
  const body = createChineseJson(sizes[key.split('/')[2] ?? ''] ?? 0)
  return sendReady(request, response, await cache.answer(key, async () => ({ status: 200, headers, body, dependencies: ['list'] })))
}

const ready = (request: IncomingMessage, response: ServerResponse): void => {
  const key = request.url ?? ''
  const found = cache.find(key)
  void (found ? sendReady(request, response, found) : makeAndSend(request, response, key))
}

const routes = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
for (const [size, bytes] of Object.entries(sizes)) {
  const body = createChineseJson(bytes)
  routes.set(`/bare/${size}`, bare(body, {}))
  routes.set(`/bare-br/${size}`, bare(brotliCompressSync(body), { 'content-encoding': 'br' }))
}

const server = createServer((request, response) => {
  const route = routes.get(request.url ?? '')
  if (route) route(request, response)
  else ready(request, response)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
