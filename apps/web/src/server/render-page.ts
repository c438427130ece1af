import type { RequestListener } from 'node:http'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import inject from 'light-my-request'
import type { Ask } from '../content-api/ask-api.ts'
import { handAsk } from '../content-api/handed-ask.ts'
import type { Visit } from './visit.ts'

const pageCacheControl = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400'

/** Headers of Next's answer that are passed on; the rest is ours to say. */
const passedOn = ['content-type', 'location', 'cache-control', 'set-cookie']

const toHeaders = (status: number, headers: Record<string, unknown>): Record<string, string> => {
  // Cookies come as a list; a page of ours sets one at most.
  const kept = Object.fromEntries(
    passedOn.flatMap((name) => [headers[name]].flat().flatMap((value) => (typeof value === 'string' ? [[name, value]] : []))),
  )
  const isPrivate = /no-store|private/.test(String(headers['x-page-cache'] ?? ''))
  // Pages the reader is about to open are prepared; browsers leave it be with Save-Data.
  const speculation = { 'speculation-rules': '"/speculation-rules.json"' }
  return {
    ...kept,
    ...(status === 200 && speculation),
    'cache-control': isPrivate || status === 303 || status >= 500 ? 'private, no-store' : pageCacheControl,
  }
}

/** A page that could not be made: a 5xx of Next's, whose body is not for readers. */
export class PageFailure extends Error {
  override name = 'PageFailure'
}

/** Next, the host it is to believe in, and how its pages ask the API. */
export type PageMaker = { next: RequestListener; host: string; ask: Ask }

/**
 * Lets Next make one page. The request it sees has nothing of the reader's but the address, so the page is the same for everyone;
 * a page that is made for a visit sees the form and the editor, and is nobody else's.
 * Throws `PageFailure` when there is no page to show.
 */
export const renderPage = async ({ next, host, ask }: PageMaker, path: string, visit?: Visit): Promise<MadeAnswer> => {
  const headers = {
    host,
    accept: 'text/html',
    ...(visit && { 'x-forwarded-for': visit.forwardedFor }),
    ...(visit?.editorToken && { 'x-editor-token': visit.editorToken }),
  }
  const sent = visit?.body !== undefined && {
    payload: visit.body,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  }
  const dispatch: RequestListener = (request, response) => {
    handAsk(request, ask)
    next(request, response)
  }
  const answer = await inject(dispatch, { method: sent ? 'POST' : 'GET', url: path, headers, ...sent })
  if (answer.statusCode >= 500 && answer.headers['x-page-cache'] === undefined) {
    throw new PageFailure(`${path}: ${decodeURIComponent(String(answer.headers['x-page-failure'] ?? answer.statusCode))}`)
  }
  const dependencies = String(answer.headers['x-page-dependencies'] ?? '')
    .split(',')
    .filter(Boolean)
  const expiresAt = Number(answer.headers['x-page-expires'] ?? Number.POSITIVE_INFINITY)
  // Shown, and good as the last good page, but asked for anew by whoever comes next.
  const livesUntil = answer.headers['x-page-cache'] === 'stand-in' ? 0 : expiresAt
  return {
    status: answer.statusCode,
    headers: { ...toHeaders(answer.statusCode, answer.headers), ...(visit && { 'cache-control': 'private, no-store' }) },
    body: answer.rawPayload,
    dependencies,
    ...(Number.isFinite(livesUntil) && { lifetimeSeconds: Math.max(0, (livesUntil - Date.now()) / 1000) }),
  }
}
