import type { FastifyInstance } from 'fastify'

/** Headers every answer carries: JSON is never sniffed, framed or run; the caller learns the id of its request. */
export const registerSecurityHeaders = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    done()
  })
}
