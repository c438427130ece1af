import type { FastifyInstance } from 'fastify'
import { callerOf } from './caller-of.ts'
import { TooManyRequests } from './not-now.ts'
import type { Quota } from './quota.ts'

// Whoever watches over the service must reach it when others have worn it out.
const notCounted = /^\/(livez|readyz|metrics)($|\?)/

/** Counts every request, tells what is left, and answers 429 when nothing is. */
export const registerQuota = (app: FastifyInstance, quota: Quota): void => {
  app.addHook('onRequest', (request, reply, done) => {
    if (notCounted.test(request.url)) {
      done()
      return
    }
    const { headers, retryAfterSeconds } = quota.take(callerOf(request.raw))
    for (let index = 0; index + 1 < headers.length; index += 2) reply.header(headers[index] ?? '', headers[index + 1])
    done(retryAfterSeconds === null ? undefined : new TooManyRequests(retryAfterSeconds))
  })
}
