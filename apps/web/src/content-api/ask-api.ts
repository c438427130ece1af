import http, { type IncomingHttpHeaders } from 'node:http'
import https from 'node:https'

/** An answer of the API as it came, whatever it says. */
export type ApiResponse = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/**
 * Asks the API for a path (`/v1/…`) and resolves once the answer is there to its last byte.
 * Rejects when it is not there after `patienceMs`, breaks off, or does not end.
 */
export type Ask = (path: string, patienceMs: number) => Promise<ApiResponse>

/** More than any answer of the contract has; who sends more is not the API. */
const bytesMaximum = 32 * 1024 * 1024

/** Redirects are answers like any other here: the API has none, so nobody is led anywhere. */
const headers = { accept: 'application/json, */*;q=0.1', 'accept-encoding': 'identity' }

type Asking = { url: string; agent: http.Agent; request: typeof http.request; patienceMs: number; signal: AbortSignal | undefined }

/** A kept connection that the other side closes in the moment it is used again says nothing about the API. */
class ClosedBeforeUse extends Error {}

const askOnce = ({ url, agent, request, patienceMs, signal }: Asking): Promise<ApiResponse> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { agent, headers, ...(signal && { signal }) })
    const timer = setTimeout(() => asking.destroy(new Error(`no answer within ${patienceMs} ms`)), patienceMs)
    const settle = (then: () => void) => {
      clearTimeout(timer)
      then()
    }
    asking.once('error', (error: NodeJS.ErrnoException) =>
      settle(() => reject(asking.reusedSocket && error.code === 'ECONNRESET' ? new ClosedBeforeUse() : error)),
    )
    asking.once('response', (response) => {
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > bytesMaximum) asking.destroy(new Error(`more than ${bytesMaximum} bytes`))
        chunks.push(chunk)
      })
      response.once('error', (error) => settle(() => reject(error)))
      response.once('end', () =>
        settle(() => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks, bytes) })),
      )
    })
    asking.end()
  })

/**
 * Connections to the API that stay open. Node's own client: a page asks several times, and `fetch` costs three times as much
 * processor time for each. Nothing is compressed on the way, since both ends would pay for it before a reader gets anything.
 * @param signal ends everything that is being asked
 */
export const openAsk = (apiUrl: string, signal?: AbortSignal): Ask => {
  const { Agent, request } = apiUrl.startsWith('https:') ? https : http
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' })
  return async (path, patienceMs) => {
    const asking = { url: apiUrl + path, agent, request, patienceMs, signal }
    try {
      return await askOnce(asking)
    } catch (error) {
      if (error instanceof ClosedBeforeUse) return askOnce(asking)
      throw error
    }
  }
}
