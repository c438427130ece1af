import { type ByteCache, createByteCache } from '@gazette/byte-cache/byte-cache'
import type { ReadyAnswer } from '@gazette/byte-cache/ready-answer'
import { representationFor } from '@gazette/byte-cache/representation-for'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { encode } from 'zod'
import type { Clock } from '../clock.ts'

/** What a reading operation found: the value, and everything that makes it out of date when it changes. */
export type Found<T> = { value: T; dependencies: readonly string[]; headers?: Record<string, string> }

// Shared caches may keep an answer for a moment and show it while they ask again; our own copy is exact.
const cacheControl = 'public, max-age=0, s-maxage=1, stale-while-revalidate=60, stale-if-error=86400'

// `encode` strips what the schema does not declare: the schema is the border of what leaves the house.
const serialize = <S extends z.ZodType>(schema: S, value: z.output<S>): Buffer => Buffer.from(JSON.stringify(encode(schema, value)))

/** Answers of reading operations: made once, kept as bytes, dropped by the change log. */
export const createAnswers = ({ clock, maximumBytes }: { clock: Clock; maximumBytes: number }) => {
  const cache: ByteCache = createByteCache({ maximumBytes, now: clock, staleSeconds: 0 })

  // Typed `never` because the bytes are on their way: a route has nothing left to answer, whatever its schema says.
  const sendReady = async (request: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): Promise<never> => {
    const { status, headers, body } = await representationFor(answer, request)
    return reply
      .code(status)
      .headers(headers)
      .send(body ?? undefined) as never
  }

  return {
    cache,

    /** Sends the ready answer to this very address, if there is one. */
    sendFresh(request: FastifyRequest, reply: FastifyReply): Promise<never> | undefined {
      const ready = cache.find(request.raw.url ?? '')
      return ready && sendReady(request, reply, ready)
    },

    /** Finds, serialises by `schema` and sends; everyone who asks for the same address meanwhile waits for the same answer. */
    async send<S extends z.ZodType>(
      request: FastifyRequest,
      reply: FastifyReply,
      schema: S,
      find: () => Promise<Found<z.output<S>>>,
    ): Promise<never> {
      const answer = await cache.answer(request.raw.url ?? '', async () => {
        const { value, dependencies, headers } = await find()
        return {
          status: 200,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'cache-control': cacheControl,
            'cache-tag': dependencies.join(','),
            ...headers,
          },
          body: serialize(schema, value),
          dependencies,
        }
      })
      return sendReady(request, reply, answer)
    },
  }
}
export type Answers = ReturnType<typeof createAnswers>
