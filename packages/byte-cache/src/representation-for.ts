import type { IncomingHttpHeaders } from 'node:http'
import { type ContentCoding, chooseEncoding } from './choose-encoding.ts'
import { toDecimal } from './decimal.ts'
import { isNotModified } from './is-not-modified.ts'
import { bodyFor, headersOf, type ReadyAnswer } from './ready-answer.ts'
import type { Representation, Variant } from './representation.ts'

/** `method` other than HEAD is taken for GET. */
export type AnswerRequest = { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders }

/** Each encoding is a representation of its own and has its own strong validator (RFC 9110 §8.8.3.3). */
const etagFor = (answer: ReadyAnswer, coding: ContentCoding): string =>
  coding === 'identity' ? answer.etag : `${answer.etag.slice(0, -1)}-${coding}"`

/** Validators belong to what was found: a 404 has nothing to compare with next time (RFC 9110 §13.2.1). */
const isValidated = (answer: ReadyAnswer): boolean => answer.status === 200

const toFull = (answer: ReadyAnswer, coding: ContentCoding, etag: string, body: Buffer): Representation => {
  const { status, headers, ownHeaders } = answer
  const bodyHeaders = ['content-length', toDecimal(body.length)]
  if (coding !== 'identity') bodyHeaders.push('content-encoding', coding)
  if (isValidated(answer)) bodyHeaders.push('etag', etag)
  return { status, rawHeaders: headers.raw.concat(ownHeaders, bodyHeaders), body }
}

const headersOfBodies = new Set(['content-type', 'content-encoding', 'content-language', 'content-length', 'last-modified'])

/** As the full answer would have been, without what describes the bytes that are not sent (RFC 9110 §15.4.5). */
const toNotModified = (answer: ReadyAnswer, etag: string): Representation => {
  const kept = Object.entries(headersOf(answer)).filter(([name]) => !headersOfBodies.has(name))
  return { status: 304, rawHeaders: [...kept.flat(), 'etag', etag], body: null }
}

const withoutBody = (representation: Representation): Representation => ({ ...representation, body: null })

const keepFull = (answer: ReadyAnswer, coding: ContentCoding, variant: Variant, body: Buffer): Representation => {
  variant.full ??= toFull(answer, coding, variant.etag, body)
  return variant.full
}

const findFull = (answer: ReadyAnswer, coding: ContentCoding, variant: Variant): Representation | Promise<Representation> => {
  if (variant.full) return variant.full
  const body = bodyFor(answer, coding)
  return body instanceof Promise ? body.then((made) => keepFull(answer, coding, variant, made)) : keepFull(answer, coding, variant, body)
}

/**
 * What to send to whom: encoding by `Accept-Encoding`, 304 by `If-None-Match` (without waiting for compression), no body for HEAD.
 * At once when it has been sent before; a promise when a compressed form must be made first.
 */
export const representationFor = (answer: ReadyAnswer, request: AnswerRequest): Representation | Promise<Representation> => {
  const { headers } = request
  const coding = answer.headers.compressible ? chooseEncoding(headers['accept-encoding'], answer.worthCompressing) : 'identity'
  answer.variants[coding] ??= { etag: etagFor(answer, coding), full: undefined, notModified: undefined }
  const variant = answer.variants[coding]
  if (isValidated(answer) && isNotModified(headers['if-none-match'], variant.etag)) {
    variant.notModified ??= toNotModified(answer, variant.etag)
    return variant.notModified
  }
  const full = findFull(answer, coding, variant)
  if (request.method !== 'HEAD') return full
  return full instanceof Promise ? full.then(withoutBody) : withoutBody(full)
}
