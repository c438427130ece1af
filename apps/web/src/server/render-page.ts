import type { RequestListener } from 'node:http'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import inject from 'light-my-request'
import type { Ask } from '../content-api/ask-api.ts'
import { handAsk } from '../content-api/handed-ask.ts'
import type { SubmittedForm } from './answer-form.ts'

const pageCacheControl = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400'

/** Headers of Next's answer that are passed on; the rest is ours to say. */
const passedOn = ['content-type', 'location', 'cache-control']

const toHeaders = (status: number, headers: Record<string, unknown>): Record<string, string> => {
  const kept = Object.fromEntries(passedOn.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])))
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
 * a page that answers a form sees the form, and is nobody else's.
 * Throws `PageFailure` when there is no page to show.
 */
export const renderPage = async ({ next, host, ask }: PageMaker, path: string, form?: SubmittedForm): Promise<MadeAnswer> => {
  const headers = { host, accept: 'text/html' }
  const sent = form && {
    payload: form.body,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': form.forwardedFor },
  }
  const dispatch: RequestListener = (request, response) => {
    handAsk(request, ask)
    next(request, response)
  }
  const answer = await inject(dispatch, { method: form ? 'POST' : 'GET', url: path, headers, ...sent })
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
    headers: toHeaders(answer.statusCode, answer.headers),
    body: answer.rawPayload,
    dependencies,
    ...(Number.isFinite(livesUntil) && { lifetimeSeconds: Math.max(0, (livesUntil - Date.now()) / 1000) }),
  }
}
