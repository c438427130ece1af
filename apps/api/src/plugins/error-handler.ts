import type { ProblemCode } from '@gazette/schema/problem'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Addresses, createAddresses } from '../addresses.ts'
import { DomainError } from '../errors.ts'
import { chooseLanguage } from '../problems/choose-language.ts'
import { type Occurrence, toProblem } from '../problems/to-problem.ts'
import { isUnavailable } from './is-unavailable.ts'
import { NotNow } from './not-now.ts'
import { Overloaded } from './overloaded.ts'
import { publicHeaders } from './public-headers.ts'

/** What to send to be let in (RFC 6750 §3). */
const challenges: Partial<Record<ProblemCode, string>> = {
  'authentication-required': 'Bearer realm="gazette"',
  'invalid-token': 'Bearer realm="gazette", error="invalid_token"',
  forbidden: 'Bearer realm="gazette", error="insufficient_scope"',
}

const codeByStatus: Record<number, ProblemCode> = {
  400: 'invalid-request',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  413: 'payload-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'header-too-large',
  503: 'service-unavailable',
}

const toOccurrence = (error: FastifyError | DomainError, request: FastifyRequest): Occurrence => {
  const language = chooseLanguage(request.headers['accept-language'])
  const occurrence = { requestId: request.id, language }
  if (error instanceof DomainError) return { ...occurrence, code: error.code, detail: error.detail, errors: error.errors }
  const status = error.statusCode ?? 500
  return { ...occurrence, code: codeByStatus[status] ?? (status < 500 ? 'invalid-request' : 'internal-error') }
}

/** Sends a problem: never cached, in the language of the caller. */
export const sendProblem = (reply: FastifyReply, addresses: Addresses, occurrence: Occurrence): FastifyReply => {
  const problem = toProblem(addresses, occurrence)
  return reply
    .code(problem.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': occurrence.language === 'zh' ? 'zh-CN' : 'en',
      'cache-control': 'no-store',
      vary: 'Accept-Language',
    })
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}

/** Answers an address that cannot even be looked up, before any hook has run. */
export const answerFrameworkError = (apiUrl: string) => {
  const addresses = createAddresses({ siteUrl: apiUrl, apiUrl })
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    reply.header('x-request-id', request.id).headers(publicHeaders)
    void sendProblem(reply, addresses, toOccurrence(error, request))
  }
}

/** The only place where errors become HTTP. A fault of ours is logged with its cause and hidden from the caller. */
export const registerErrorHandler = (app: FastifyInstance, { addresses }: { addresses: Addresses }): void => {
  app.setErrorHandler((thrown: FastifyError | DomainError, request, reply) => {
    const error = isUnavailable(thrown) ? new Overloaded() : thrown
    if (error !== thrown) request.log.error({ err: thrown }, 'what it takes to answer is away')
    const occurrence = toOccurrence(error, request)
    if (error instanceof NotNow) reply.header('retry-after', String(error.retryAfterSeconds))
    const challenge = challenges[occurrence.code]
    if (challenge !== undefined) reply.header('www-authenticate', challenge)
    if (occurrence.code === 'internal-error') request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, addresses, occurrence)
  })
}
