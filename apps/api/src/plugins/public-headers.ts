import type { FastifyInstance } from 'fastify'

/**
 * Headers every answer carries: JSON is never sniffed, framed or run, and any page may read it without credentials
 * (Fetch standard, CORS protocol).
 */
export const publicHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Allow, Content-Disposition, Deprecation, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Sunset, WWW-Authenticate, X-Request-Id',
  'cross-origin-resource-policy': 'cross-origin',
} as const

/** Answers to a preflight request: what a page may send along. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Accept-Language, Authorization, If-None-Match, Last-Event-ID, Traceparent, X-Request-Id',
  'access-control-max-age': '86400',
} as const

/** Sets the public headers, and tells the caller the id of its request. */
export const registerPublicHeaders = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).headers(publicHeaders)
    done()
  })
}
