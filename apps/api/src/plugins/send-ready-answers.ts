import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Answers } from './answers.ts'
import { acceptsJson } from './check-request.ts'

// A ready answer is the answer only to a request that would pass every check.
const mayBeReady = ({ raw: { method, headers } }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers.host !== undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  acceptsJson(headers.accept)

/** Sends a ready answer before anything else is done. */
export const registerReadyAnswers = (app: FastifyInstance, answers: Answers): void => {
  app.addHook('onRequest', (request, reply, done) => {
    const ready = mayBeReady(request) ? answers.findReady(request) : undefined
    if (!ready) {
      done()
      return
    }
    reply.header('x-request-id', request.id)
    const sending = answers.sendReady(request, reply, ready)
    if (sending) sending.catch(done)
  })
}
