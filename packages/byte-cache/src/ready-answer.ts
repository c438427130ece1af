import { hash } from 'node:crypto'
import type { ContentCoding } from './choose-encoding.ts'
import { EncodedBody, toExactBuffer } from './encoded-body.ts'
import type { Variant } from './representation.ts'

/** What was made for a key: only what may be given to everyone who asks for that key. */
export type MadeAnswer = {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer | string
  /** Everything that, when it changes, makes this answer out of date. */
  dependencies: readonly string[]
  /** Fresh for at most that long from when its making began. */
  lifetimeSeconds?: number
  /** False: given to those who wait for it, not kept. */
  storable?: boolean
}

/** An answer as it is kept: bytes, and what goes on the wire before them. */
export type ReadyAnswer = {
  readonly status: number
  /** Frozen, names in lower case; without those of a connection (RFC 9110 §7.6.1), of one encoding, or of one asker. */
  readonly headers: Readonly<Record<string, string>>
  /** Strong validator of the bytes before compression; that of a compressed form has `-br`, `-gzip` or `-zstd` in it. */
  readonly etag: string
  readonly body: EncodedBody
  /** True for the last good answer, standing in because making a new one failed. */
  readonly stale: boolean
  /** Whether compressed forms exist at all, and whether they pay. */
  readonly compressible: boolean
  readonly worthCompressing: boolean
  /** What has been sent of it so far, ready to be sent again. */
  readonly variants: Partial<Record<ContentCoding, Variant>>
}

export type CompressionRules = { compressibleTypes: RegExp; minimumCompressBytes: number }

/** Text, JSON, XML, SVG and scripts, whatever their parameters. */
export const textTypes = /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|yaml|javascript|x-ndjson|manifest\+json))/i

/** Set by the server for each connection or each sending, by us for each encoding, or meant for one asker alone. */
const headersLeftOut = new Set(
  'connection content-length date etag keep-alive proxy-connection set-cookie te trailer transfer-encoding upgrade'.split(' '),
)

const withAcceptEncoding = (vary: string | undefined): string => {
  if (!vary) return 'Accept-Encoding'
  return /(^|,)\s*(\*|accept-encoding)\s*(,|$)/i.test(vary) ? vary : `${vary}, Accept-Encoding`
}

const toReadyHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const ready: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (!headersLeftOut.has(lower)) ready[lower] = value
  }
  return ready
}

/** @param onGrow told the size of every compressed form once it is there. */
export const toReadyAnswer = (made: MadeAnswer, rules: CompressionRules, onGrow: (additionalBytes: number) => void): ReadyAnswer => {
  const headers = toReadyHeaders(made.headers)
  const compressible = headers['content-encoding'] === undefined && rules.compressibleTypes.test(headers['content-type'] ?? '')
  if (compressible) headers['vary'] = withAcceptEncoding(headers['vary'])
  const identity = toExactBuffer(made.body)
  return {
    status: made.status,
    headers: Object.freeze(headers),
    etag: `"${hash('sha256', identity, 'base64url').slice(0, 27)}"`,
    body: new EncodedBody(identity, onGrow),
    stale: false,
    compressible,
    worthCompressing: identity.length >= rules.minimumCompressBytes,
    variants: {},
  }
}

/** The same bytes under the same validator; nobody on the way may keep them without asking again. */
export const toStandIn = (answer: ReadyAnswer): ReadyAnswer => ({
  ...answer,
  headers: Object.freeze({ ...answer.headers, 'cache-control': 'no-cache' }),
  stale: true,
  variants: {},
})

/** The form the bytes take in one encoding. Compressed once, when first needed. */
export const bodyFor = (answer: ReadyAnswer, coding: ContentCoding): Buffer | Promise<Buffer> => {
  if (coding === 'identity') return answer.body.identity
  return answer.body.find(coding) ?? answer.body.compress(coding)
}
