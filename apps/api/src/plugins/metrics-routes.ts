import type { FastifyInstance } from 'fastify'
import { NotFound } from '../errors.ts'
import type { Answers } from './answers.ts'
import type { Metrics } from './metrics.ts'

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'via'] as const

/** `GET /metrics`, for whoever reaches the process itself: a request that came through a proxy finds nothing here. */
export const registerMetrics = (app: FastifyInstance, metrics: Metrics, answers: Answers): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const operation = request.routeOptions.url ?? 'unknown'
    metrics.observe({ operation, status: reply.raw.statusCode, seconds: reply.elapsedTime / 1000 })
    const { traceparent } = request.headers
    const told = { method: request.method, url: request.url, status: reply.raw.statusCode, milliseconds: Math.round(reply.elapsedTime) }
    request.log.info(traceparent === undefined ? told : { ...told, traceparent }, 'answered')
    done()
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (forwardingHeaders.some((name) => request.headers[name] !== undefined)) throw new NotFound('not-found')
    const { entries, bytes, hits, misses, coalesced, staleServed, evicted } = answers.cache.statistics()
    return reply
      .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        metrics.render({
          gazette_ready_answers: entries,
          gazette_ready_bytes: bytes,
          gazette_ready_hits: hits,
          gazette_ready_misses: misses,
          gazette_ready_coalesced: coalesced,
          gazette_ready_stale: staleServed,
          gazette_ready_evicted: evicted,
          gazette_answers_in_making: answers.inMaking(),
        }),
      )
  })
  app.addHook('onClose', async () => metrics.stop())
}
