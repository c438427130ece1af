import type { FastifyInstance } from 'fastify'
import type { Tokens } from '../accounts/tokens.ts'
import { Unauthenticated } from '../errors.ts'
import { identifyCaller } from './identify-caller.ts'
import { TooManyRequests } from './not-now.ts'
import type { Quota } from './quota.ts'

// Whoever watches over the service must reach it when others have worn it out.
const notCounted = /^\/(livez|readyz|metrics)($|\?)/

/** Counts every request, tells what is left, and answers 429 when nothing is; a token that is nobody's is 401. */
export const registerQuota = (app: FastifyInstance, quota: Quota, tokens: Tokens): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (notCounted.test(request.url)) return
    const { caller, isImpostor } = identifyCaller(request.raw, tokens)
    const { headers, retryAfterSeconds } = quota.take(caller)
    for (let index = 0; index + 1 < headers.length; index += 2) reply.header(headers[index] ?? '', headers[index + 1])
    if (retryAfterSeconds !== null) throw new TooManyRequests(retryAfterSeconds)
    if (isImpostor) throw new Unauthenticated('invalid-token')
  })
}
