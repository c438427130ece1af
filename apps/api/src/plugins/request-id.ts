import { randomFillSync } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const idBytes = 16
const pool = Buffer.allocUnsafeSlow(256 * idBytes)
let used = pool.length

/** 32 hexadecimal digits, as a trace id of W3C Trace Context has. Written in one go, which a UUID with its dashes is not. */
export const createRequestId = (): string => {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += idBytes
  return pool.toString('hex', used - idBytes, used)
}

const idPattern = /^[\w.:/+=-]{1,128}$/

/** The id of a request: the caller's own when it may stand in a header and a log, else a new one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = headers['x-request-id']
  return typeof given === 'string' && idPattern.test(given) ? given : createRequestId()
}
