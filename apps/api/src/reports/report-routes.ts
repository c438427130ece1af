import { EmptyQuery } from '@gazette/schema/article-query'
import { NewReport, ReportForm, ReportKind, ReportParams, ReportReceipt } from '@gazette/schema/report'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { DomainError, Invalid } from '../errors.ts'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { acceptsJson } from '../plugins/check-request.ts'
import { toZonedInstant } from '../time-zone.ts'
import { hashCaller } from './caller-hash.ts'
import { issueFormToken, minimumSeconds, requireFormToken } from './form-token.ts'
import { receiveReport, type StoredReport } from './receive-report.ts'
import { TooManyReports } from './report-limits.ts'
import { createReportNumber } from './report-number.ts'
import { getReport } from './report-queue.ts'

const bodyBytesMaximum = 32 * 1024
const uncached = { 'cache-control': 'no-store' }

type Receipt = z.output<typeof ReportReceipt>

const toReceipt = (report: StoredReport, timeZone: string): Receipt => ({
  number: report.number,
  status: report.status,
  receivedAt: toZonedInstant(report.createdAt, timeZone),
  answer: report.answer,
  answeredAt: report.answeredAt === null ? null : toZonedInstant(report.answeredAt, timeZone),
})

/** A machine that fills in what people do not see is thanked like everyone, and nothing is kept. */
const toFeignedReceipt = (now: number, timeZone: string): Receipt => ({
  number: createReportNumber(now, timeZone),
  status: 'open',
  receivedAt: toZonedInstant(now, timeZone),
  answer: null,
  answeredAt: null,
})

/** Whatever goes wrong in the database, its message quotes what was to be stored: that must not reach the log. */
const withoutContents = (error: unknown): unknown => {
  if (error instanceof DomainError) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown'
  return new Error(`A report could not be stored (${code}).`)
}

const receive = async (context: ApiContext, secret: string, request: FastifyRequest, input: NewReport, reply: FastifyReply) => {
  const { store, clock, cursors, timeZone, siteUrl } = context
  const now = clock()
  if (input.website !== '') return toFeignedReceipt(now, timeZone)
  requireFormToken(cursors, input.token, now)
  try {
    const caller = hashCaller(secret, request.ip, now)
    return toReceipt(await receiveReport(store, { input, caller, now, timeZone, siteUrl }), timeZone)
  } catch (error) {
    if (error instanceof TooManyReports) reply.header('retry-after', String(error.retryAfterSeconds))
    throw withoutContents(error)
  }
}

// The site's own form is what these are for: they may change with it, so the public description leaves them out.
const hidden = { hide: true, querystring: EmptyQuery }

/**
 * `GET /v1/reports/form`: what a form needs. `POST /v1/reports`: 202 with the number of the report; the same one sent twice
 * is one. `GET /v1/reports/{number}`: state and answer, for who knows the number; never what was reported or by whom.
 * @param secret keys the hashes of callers
 */
export const reportRoutes =
  (secret: string): ApiRoutes =>
  async (app, context) => {
    const { store, clock, cursors, timeZone, addresses, answers } = context
    app.addHook('onRequest', (request, _reply, done) => {
      done(acceptsJson(request.headers.accept) ? undefined : new Invalid('not-acceptable'))
    })

    app.get('/reports/form', { schema: hidden }, (request, reply) => {
      const { token, expiresAt } = issueFormToken(cursors, clock())
      const value = { token, minimumSeconds, expiresAt: toZonedInstant(expiresAt, timeZone), kinds: ReportKind.options }
      return answers.sendOnce(request, reply, ReportForm, { value, headers: uncached })
    })

    app.post('/reports', { schema: { ...hidden, body: NewReport }, bodyLimit: bodyBytesMaximum }, async (request, reply) => {
      const receipt = await receive(context, secret, request, request.body, reply)
      const location = addresses.api(`/v1/reports/${receipt.number}`)
      return reply
        .code(202)
        .headers({ ...uncached, location })
        .send(receipt)
    })

    app.get('/reports/:number', { schema: { ...hidden, params: ReportParams } }, async (request, reply) => {
      const report = await getReport(store, request.params.number)
      return answers.sendOnce(request, reply, ReportReceipt, { value: toReceipt(report, timeZone), headers: uncached })
    })
  }
