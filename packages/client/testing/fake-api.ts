import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FakeRequest = { url: URL; headers: IncomingHttpHeaders; number: number }

/** What to answer; `silence` never answers, `break` ends the connection without an answer. */
export type FakeAnswer = 'silence' | 'break' | { status?: number; headers?: Record<string, string>; body?: unknown; cut?: boolean }

/** A real server on this machine with answers made up by a test. */
export type FakeApi = AsyncDisposable & { url: string; requests: FakeRequest[] }

const send = (response: ServerResponse, answer: FakeAnswer): void => {
  if (answer === 'silence') return
  if (answer === 'break') {
    response.destroy()
    return
  }
  const { status = 200, headers = {}, body = '', cut = false } = answer
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  if (cut) response.write(text, () => response.destroy())
  else response.end(status === 304 ? undefined : text)
}

/** @param answer is given every request in turn, with its number from 1 */
export const startFakeApi = async (answer: (request: FakeRequest) => FakeAnswer): Promise<FakeApi> => {
  const requests: FakeRequest[] = []
  const server = createServer((request, response) => {
    const seen = { url: new URL(request.url ?? '/', 'http://fake'), headers: request.headers, number: requests.length + 1 }
    requests.push(seen)
    send(response, answer(seen))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A problem document as the API sends it. */
export const problem = (status: number, code: string, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: {
    type: `https://api.example.org/v1/problems/${code}`,
    title: code,
    status,
    detail: `${code}.`,
    instance: 'urn:gazette:request:1',
    code,
  },
})
