import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }

const pass = (apiUrl: string, asked: IncomingMessage, response: ServerResponse, isCut = false): void => {
  const passing = request(apiUrl + (asked.url ?? ''), { headers: asked.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    if (!isCut) {
      answer.pipe(response)
      return
    }
    answer.once('data', (chunk: Buffer) => response.write(chunk.subarray(0, chunk.length / 2), () => response.destroy()))
  })
  passing.once('error', () => response.destroy())
  response.once('close', () => passing.destroy())
  passing.end()
}

/** What can be wrong with an API; each is done to every request. */
const faults = {
  'is away': (_asked, response) => response.destroy(),
  hangs: () => undefined,
  fails: (_asked, response) => response.writeHead(500, html).end('<h1>Internal Server Error</h1>'),
  'answers a web page': (_asked, response) => response.writeHead(200, html).end('<h1>Welcome to nginx!</h1>'),
  'knows no address': (_asked, response) => response.writeHead(404, html).end('<h1>Not Found</h1>'),
  'calls everything gone': (_asked, response) => response.writeHead(410, { 'content-type': 'application/json' }).end('{}'),
  'answers another shape': (_asked, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[{}],"page":{}}'),
  'leads to itself': ({ url = '/' }, response) => response.writeHead(302, { location: url }).end(),
} satisfies Record<string, (asked: IncomingMessage, response: ServerResponse) => unknown>

export type Fault = keyof typeof faults | 'breaks off'
export const allFaults: readonly Fault[] = [
  'is away',
  'hangs',
  'fails',
  'answers a web page',
  'knows no address',
  'calls everything gone',
  'answers another shape',
  'leads to itself',
  'breaks off',
]

/** Stands before the API at `apiUrl`; well until it is told what to suffer from. */
export const startFaultyApi = async (apiUrl: string) => {
  let fault: Fault | null = null
  const server = createServer((asked, response) => {
    if (fault === null || fault === 'breaks off') pass(apiUrl, asked, response, fault !== null)
    else faults[fault](asked, response)
  })
  const port = await findFreePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    /** From now on, those who wait for an answer included. */
    suffer: (from: Fault | null) => {
      fault = from
      server.closeAllConnections()
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
