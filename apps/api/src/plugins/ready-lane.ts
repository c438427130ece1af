import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import { sendReady } from '@gazette/byte-cache/send-ready'
import type { FastifyBaseLogger } from 'fastify'
import type { Tokens } from '../accounts/tokens.ts'
import type { Answers } from './answers.ts'
import { acceptsJson, namesOneHost } from './check-request.ts'
import { takeTurns } from './connection-turns.ts'
import { identifyCaller } from './identify-caller.ts'
import type { Metrics } from './metrics.ts'
import type { Quota } from './quota.ts'
import { requestIdOf } from './request-id.ts'

// A ready answer is the answer only to a request that would pass every check.
const mayBeReady = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  namesOneHost(headers) &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  acceptsJson(headers.accept)

export type ReadyLaneOptions = { answers: Answers; quota: Quota; tokens: Tokens; metrics: Metrics; log: () => FastifyBaseLogger }

const levelsThatTell = new Set(['trace', 'debug', 'info'])

const tell = ({ metrics, log }: ReadyLaneOptions, request: IncomingMessage, status: number, reqId: string): void => {
  metrics.observeReady(status)
  if (!levelsThatTell.has(log().level)) return
  const { traceparent } = request.headers
  log().info({ reqId, method: request.method, url: request.url, status, ...(traceparent === undefined ? {} : { traceparent }) }, 'answered')
}

/** Counts a request. @returns headers that tell what is left, or nothing when it has to be refused, which is done elsewhere */
const letIn = (request: IncomingMessage, { quota, tokens }: ReadyLaneOptions): string[] | undefined => {
  const { caller, isImpostor } = identifyCaller(request, tokens)
  // Counted where it is refused.
  if (isImpostor) return undefined
  const { headers, retryAfterSeconds } = quota.take(caller)
  return retryAfterSeconds === null ? headers : undefined
}

// With one write for each answer the system has mostly taken all of it at once. An answer that waits for another has no socket yet.
const isOnTheWire = ({ socket }: ServerResponse): boolean => socket?.writableLength === 0

/**
 * Sends a ready answer before anything else is done: no routing, no hooks, one write.
 * @returns whether it has the request in hand; what it does not take goes the whole way
 */
export const createReadyLane =
  (options: ReadyLaneOptions) =>
  (request: IncomingMessage, response: ServerResponse, otherwise: RequestListener): void => {
    const ready = mayBeReady(request) ? options.answers.findReady(request.url ?? '', request.headers['accept-encoding']) : undefined
    const headers = ready && letIn(request, options)
    if (!ready || !headers) {
      otherwise(request, response)
      return
    }
    const reqId = requestIdOf(request)
    const sending = sendReady(request, response, ready, ['x-request-id', reqId, ...headers])
    if (!sending) {
      if (isOnTheWire(response)) options.answers.release(ready)
      tell(options, request, response.statusCode, reqId)
    } else
      sending.then(
        () => tell(options, request, response.statusCode, reqId),
        // Nothing has been sent: the long way has its own means to say what went wrong.
        () => otherwise(request, response),
      )
  }

export type ServerLimits = ServerOptions & { keepAliveTimeout: number; requestTimeout: number; connectionTimeout: number }

/** A server whose ready answers take the lane, and where all others take turns. Fastify leaves the limits of such a server to whoever makes it. */
export const createLaneServer = (
  lane: ReturnType<typeof createReadyLane>,
  otherwise: RequestListener,
  { connectionTimeout, ...limits }: ServerLimits,
): Server => {
  const inTurn = takeTurns(otherwise)
  // Node's own answer to a request without a host has no body: ours is a problem. Of headers that may stand there once Node
  // would keep the first and drop the others without a word: joined, they are refused for what they are.
  const server = createServer({ ...limits, requireHostHeader: false, joinDuplicateHeaders: true }, (request, response) =>
    lane(request, response, inTurn),
  )
  server.setTimeout(connectionTimeout)
  return server
}
