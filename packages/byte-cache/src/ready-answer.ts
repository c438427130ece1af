import type { ContentCoding } from './choose-encoding.ts'
import { EncodedBody } from './encoded-body.ts'
import { changeHeaderBlock, type HeaderBlock, toHeaderBlock } from './header-block.ts'
import type { Variant } from './representation.ts'
import { etagOf } from './strong-etag.ts'

/** What was made for a key: only what may be given to everyone who asks for that key. */
export type MadeAnswer = {
  status: number
  /** Must not change any more. Answers that have the same ones best share the object. */
  headers: Readonly<Record<string, string>>
  /** Further headers, of this answer alone: name, value, name, value …, names in lower case. */
  ownHeaders?: readonly string[]
  body: Buffer | string
  /** Of the body, for one who accepts nothing better: given to him, and not to be kept. Its validator is that of the uncompressed body. */
  coding?: ContentCoding | undefined
  /** The strong validator of the body, where it is known already. */
  etag?: string | undefined
  /** Everything that, when it changes, makes this answer out of date. */
  dependencies: readonly string[]
  /** Fresh for at most that long from when its making began. */
  lifetimeSeconds?: number | undefined
  /** False: given to those who wait for it, not kept. */
  storable?: boolean
}

/** An answer as it is kept: bytes, and what goes on the wire before them. */
export type ReadyAnswer = {
  readonly status: number
  readonly headers: HeaderBlock
  readonly ownHeaders: readonly string[]
  /** Strong validator of the bytes before compression; that of a compressed form has `-br`, `-gzip` or `-zstd` in it. */
  readonly etag: string
  readonly body: EncodedBody
  /** True for the last good answer, standing in because making a new one failed. */
  readonly stale: boolean
  /** Whether compressed forms, where they exist at all, pay. */
  readonly worthCompressing: boolean
  /** What has been sent of it so far, ready to be sent again. */
  readonly variants: Partial<Record<ContentCoding, Variant>>
}

export type CompressionRules = { compressibleTypes: RegExp; minimumCompressBytes: number }

/** Text, JSON, XML, SVG and scripts, whatever their parameters. */
export const textTypes = /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|yaml|javascript|x-ndjson|manifest\+json))/i

const noHeaders: readonly string[] = []

/** @param onGrow told the size of every compressed form once it is there. */
export const toReadyAnswer = (made: MadeAnswer, rules: CompressionRules, onGrow: (additionalBytes: number) => void): ReadyAnswer => {
  const body = typeof made.body === 'string' ? Buffer.from(made.body) : made.body
  const coding = made.coding ?? 'identity'
  return {
    status: made.status,
    headers: toHeaderBlock(made.headers, rules.compressibleTypes),
    ownHeaders: made.ownHeaders ?? noHeaders,
    etag: made.etag ?? etagOf(body),
    body: new EncodedBody(body, coding, onGrow),
    stale: false,
    worthCompressing: coding !== 'identity' || body.length >= rules.minimumCompressBytes,
    variants: {},
  }
}

/** The headers of an answer by name, in lower case. */
export const headersOf = ({ headers, ownHeaders }: Pick<ReadyAnswer, 'headers' | 'ownHeaders'>): Record<string, string> => {
  const all: Record<string, string> = { ...headers.headers }
  for (let index = 0; index < ownHeaders.length; index += 2) all[ownHeaders[index] ?? ''] = ownHeaders[index + 1] ?? ''
  return all
}

/** The same bytes under the same validator; nobody on the way may keep them without asking again. */
export const toStandIn = (answer: ReadyAnswer): ReadyAnswer => ({
  ...answer,
  headers: changeHeaderBlock(answer.headers, 'cache-control', 'no-cache'),
  stale: true,
  variants: {},
})

/** The form the bytes take in one encoding. Compressed once, when first needed. */
export const bodyFor = ({ body }: ReadyAnswer, coding: ContentCoding): Buffer | Promise<Buffer> => body.find(coding)
