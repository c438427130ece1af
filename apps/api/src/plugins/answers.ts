import { type ByteCache, createByteCache, type FindElsewhere } from '@gazette/byte-cache/byte-cache'
import type { ContentCoding } from '@gazette/byte-cache/choose-encoding'
import { minimumCompressBytes } from '@gazette/byte-cache/compress'
import { createKeeper } from '@gazette/byte-cache/keep-shapes'
import { type MadeAnswer, type ReadyAnswer, textTypes, toReadyAnswer } from '@gazette/byte-cache/ready-answer'
import type { Representation } from '@gazette/byte-cache/representation'
import { representationFor } from '@gazette/byte-cache/representation-for'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import { DomainError, type DomainErrorOptions } from '../errors.ts'
import { deprecationHeaders } from './deprecation.ts'
import { NotNow } from './not-now.ts'
import { Overloaded } from './overloaded.ts'
import { publicHeaders } from './public-headers.ts'
import { jsonType, serialize } from './serialize.ts'

/** What a reading operation found: the value, and everything that makes it out of date when it changes. */
export type Found<T> = { value: T; dependencies: readonly string[]; headers?: Record<string, string>; lifetimeSeconds?: number }

/** A document that is ready as text. */
export type FoundDocument = {
  body: string | Buffer
  /** Of the body. */
  coding?: ContentCoding | undefined
  /** The strong validator of the body before compression, where it is known already. */
  etag?: string | undefined
  contentType: string
  dependencies: readonly string[]
  headers?: Record<string, string>
  lifetimeSeconds?: number
}

// Shared caches may keep an answer for a moment and show it while they ask again; our own copy is exact.
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=60, stale-if-error=86400'
const staleSeconds = 24 * 60 * 60

const toRawHeaders = (headers: Record<string, unknown>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (name in publicHeaders ? [] : [name, String(value)]))

// Past Fastify's own way of sending: everything that goes on the wire is there already.
const sendRepresentation = (reply: FastifyReply, { status, rawHeaders, body }: Representation): void => {
  reply.hijack()
  reply.raw.writeHead(status, [...rawHeaders, ...toRawHeaders(reply.getHeaders())])
  if (body === null) reply.raw.end()
  else reply.raw.end(body)
}

const sendReady = (request: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): void | Promise<void> => {
  const representation = representationFor(answer, request.raw)
  if (representation instanceof Promise) return representation.then((made) => sendRepresentation(reply, made))
  sendRepresentation(reply, representation)
}

// Typed `never` because the bytes are on their way: a route has nothing left to answer, whatever its schema says.
const sent = undefined as never

/** What most answers have in common: one object for all, so that it is written only once. */
const commonHeaders = new Map<string, Record<string, string>>()

const headersFor = (contentType: string): Record<string, string> => {
  const headers = commonHeaders.get(contentType) ?? { ...publicHeaders, 'content-type': contentType, 'cache-control': cacheControl }
  commonHeaders.set(contentType, headers)
  return headers
}

const toMadeAnswer = (
  { body, coding, etag, contentType, dependencies, headers, lifetimeSeconds }: FoundDocument,
  routeConfig: unknown,
): MadeAnswer => {
  const deprecation = deprecationHeaders(routeConfig)
  const common = headersFor(contentType)
  return {
    status: 200,
    headers: deprecation || headers ? { ...common, ...deprecation, ...headers } : common,
    ownHeaders: ['cache-tag', dependencies.join(',')],
    body,
    coding,
    etag,
    dependencies,
    lifetimeSeconds,
    // What is deprecated goes the whole way each time, where it is counted by the name of its operation.
    storable: deprecation === undefined,
  }
}

// An error is an answer too, one that everybody who waits shares: kept by nobody, and no reason to fall back on what was true before.
const toMadeProblem = ({ code, detail, errors }: DomainError): MadeAnswer => ({
  status: 400,
  headers: {},
  body: JSON.stringify({ code, detail, errors }),
  dependencies: [],
  storable: false,
})

const throwIfProblem = ({ status, body }: ReadyAnswer): void => {
  if (status === 200) return
  const { code, ...options } = JSON.parse(body.identity.toString()) as Pick<DomainError, 'code'> & DomainErrorOptions
  throw new DomainError(code, options)
}

const uncachedRules = { compressibleTypes: textTypes, minimumCompressBytes }

/** Finds a document without waiting, if it is kept somewhere near by its whole address; true at this very moment, and in a coding if it is there in that one. */
export type Shortcut = {
  routeConfig: unknown
  find(url: string, coding: ContentCoding): FoundDocument | undefined
  /** Told of bytes that are not needed any more; they need not be what it found. */
  release(bytes: Buffer): void
}

const keepFound = createKeeper()

const takeShortcut = ({ find, routeConfig }: Shortcut, url: string, coding: ContentCoding): MadeAnswer | undefined => {
  const found = find(url, coding)
  if (!found) return undefined
  keepFound(found)
  return toMadeAnswer(found, routeConfig)
}

export type AnswersOptions = { clock: Clock; maximumBytes: number; makingsMaximum?: number }

/**
 * Answers of reading operations: made once, kept as bytes, dropped by the change log.
 * While the database is away the last good answer stands in, unless what it shows was withdrawn or removed.
 * @param makingsMaximum answers in the making at a time; beyond them 503 is the answer
 */
export const createAnswers = ({ clock, maximumBytes, makingsMaximum = 500 }: AnswersOptions) => {
  const cache: ByteCache = createByteCache({ maximumBytes, now: clock, staleSeconds })
  const shortcuts: Shortcut[] = []
  let makings = 0

  const findNear: FindElsewhere = (url, coding) => {
    for (const shortcut of shortcuts) {
      const made = takeShortcut(shortcut, url, coding)
      if (made) return made
    }
  }

  const make = async (routeConfig: unknown, find: () => Promise<FoundDocument>): Promise<MadeAnswer> => {
    if (makings >= makingsMaximum) throw new Overloaded()
    makings += 1
    try {
      return toMadeAnswer(await find(), routeConfig)
    } catch (error) {
      if (error instanceof DomainError && !(error instanceof NotNow)) return toMadeProblem(error)
      throw error
    } finally {
      makings -= 1
    }
  }

  const sendDocument = async (request: FastifyRequest, reply: FastifyReply, find: () => Promise<FoundDocument>): Promise<never> => {
    const answer = await cache.answer(request.raw.url ?? '', () => make(request.routeOptions.config, find))
    throwIfProblem(answer)
    await sendReady(request, reply, answer)
    return sent
  }

  return {
    cache,

    /** Has a document looked for near by before it is made. */
    addShortcut: (shortcut: Shortcut) => void shortcuts.push(shortcut),

    /** The answer to an address, if it is there to be sent at once. */
    findReady: (url: string, acceptEncoding: string | undefined): ReadyAnswer | undefined => cache.findReady(url, acceptEncoding, findNear),

    /** The bytes of an answer that was ready are on the wire, whole: nobody needs them any more, unless they are kept. */
    release(answer: ReadyAnswer): void {
      for (const shortcut of shortcuts) shortcut.release(answer.body.original)
    },

    /** Answers in the making now. */
    inMaking: () => makings,
    /** Has what a change made out of date made anew; what was withdrawn or removed does not stand in for anything either. */
    drop(dependencies: string[], isEnd: boolean): void {
      if (isEnd) cache.forget(dependencies)
      else cache.drop(dependencies)
    },
    dropAll: () => cache.dropAll(),
    /** Finds and sends a document; everyone who asks for the same address meanwhile waits for the same one. */
    sendDocument,

    /** As `sendDocument`, for a value that is serialised by `schema`. */
    send: <S extends z.ZodType>(
      request: FastifyRequest,
      reply: FastifyReply,
      schema: S,
      find: () => Promise<Found<z.output<S>>>,
    ): Promise<never> =>
      sendDocument(request, reply, async () => {
        const { value, ...found } = await find()
        return { ...found, body: serialize(schema, value), contentType: jsonType }
      }),

    /** Sends a value that is not kept: each caller has its own, with a validator and compressed all the same. */
    async sendOnce<S extends z.ZodType>(
      request: FastifyRequest,
      reply: FastifyReply,
      schema: S,
      found: { value: z.output<S>; headers: Record<string, string> },
    ): Promise<never> {
      const headers = { ...publicHeaders, 'content-type': jsonType, ...found.headers }
      const made = { status: 200, headers, body: serialize(schema, found.value), dependencies: [] }
      await sendReady(
        request,
        reply,
        toReadyAnswer(made, uncachedRules, () => undefined),
      )
      return sent
    },
  }
}
export type Answers = ReturnType<typeof createAnswers>
