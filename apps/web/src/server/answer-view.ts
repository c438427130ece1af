import type { IncomingMessage, ServerResponse } from 'node:http'
import { forwardedForOf } from './forwarded-for.ts'
import { sendText } from './send-text.ts'

/** Who saw an article: the address as `X-Forwarded-For` has it, and the program. */
export type Viewer = { forwardedFor: string; userAgent: string }

/** Tells the API that an article is seen; how often it was by now, or null when that is not known. */
export type CountView = (articleId: string, viewer: Viewer) => Promise<number | null>

/** The article whose reader tells that it is seen; null for every other address. */
export const findViewed = (target: string): string | null => /^\/articles\/([0-9a-z]{1,26})\/views$/.exec(target)?.[1] ?? null

/** Passes the sight of an article on. Nothing but the number comes back, and nothing is set or kept. */
export const answerView = async (
  request: IncomingMessage,
  response: ServerResponse,
  articleId: string,
  site: { securityHeaders: Record<string, string>; countView: CountView },
): Promise<void> => {
  const headers = { ...site.securityHeaders, 'cache-control': 'no-store' }
  // A page of somebody else's does not show the article.
  if ((request.headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') return sendText(request, response, 403, headers)
  const views = await site.countView(articleId, {
    forwardedFor: forwardedForOf(request),
    userAgent: request.headers['user-agent'] ?? '',
  })
  if (views === null) return sendText(request, response, 204, headers)
  sendText(request, response, 200, { ...headers, 'content-type': 'application/json' }, JSON.stringify({ views }))
}
