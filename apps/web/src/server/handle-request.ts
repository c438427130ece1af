import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ByteCache } from '@gazette/byte-cache/byte-cache'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { sendReady } from '@gazette/byte-cache/send-ready'
import { reportPath } from '../site/paths.ts'
import { answerForm, takesForms } from './answer-form.ts'
import { answerPreferences, isPreferencesAddress } from './answer-preferences.ts'
import { answerView, type CountView, findViewed } from './answer-view.ts'
import { normaliseAddress } from './normalise-address.ts'
import { refererPath } from './referer-path.ts'
import { sendText } from './send-text.ts'
import { retryAfterSeconds, unavailablePage } from './unavailable-page.ts'
import { mayBeForEditor, toVisit, type Visit } from './visit.ts'

export type SiteServer = {
  cache: ByteCache
  staticFiles: ReadonlyMap<string, MadeAnswer>
  /** Makes the page at a normalised address; rejects when there is none to show. */
  render: (path: string) => Promise<MadeAnswer>
  /** Makes a page for one reader alone. */
  renderFor: (path: string, visit: Visit) => Promise<MadeAnswer>
  /** Counts that an article is seen. */
  countView: CountView
  securityHeaders: Record<string, string>
  isSecure: boolean
  /** How long a reader waits who could have the last good page: not for long when the change log is lost, since the API is in trouble. */
  patienceMilliseconds: () => number
  onError: (error: unknown, path: string) => void
}

const html = 'text/html; charset=utf-8'
const plain = 'text/plain; charset=utf-8'
const redirectCacheControl = 'public, max-age=86400'
/** An address that cannot be decoded has no page; this one has none either, and says so in the frame of the site. */
const addressOfNothing = '/malformed-address'

const answerFile = async (site: SiteServer, request: IncomingMessage, response: ServerResponse, path: string, file: MadeAnswer) =>
  sendReady(
    request,
    response,
    await site.cache.answer(`file:${path}`, async () => ({ ...file, headers: { ...site.securityHeaders, ...file.headers } })),
  )

const answerPage = async (site: SiteServer, request: IncomingMessage, response: ServerResponse, target: string) => {
  const address = normaliseAddress(target)
  if (address.kind === 'redirect') {
    const headers = { ...site.securityHeaders, location: address.location, 'cache-control': redirectCacheControl }
    return sendText(request, response, 308, headers)
  }
  const path = address.kind === 'page' ? address.path : addressOfNothing
  return sendReady(request, response, await site.cache.answer(path, () => site.render(path), site.patienceMilliseconds()))
}

/**
 * A page for the editor who asks; never kept.
 * @returns false when it is no editor who asks, or a page for them cannot be made: readers' pages are good enough then
 */
const answerEditor = async (site: SiteServer, request: IncomingMessage, response: ServerResponse, target: string): Promise<boolean> => {
  const visit = toVisit(request, site.isSecure)
  if (target !== '/editor' && visit.editorToken === null) return false
  const made = await site.renderFor(target, visit).catch((error: unknown) => site.onError(error, target))
  if (!made) return false
  sendText(request, response, made.status, made.headers, made.body.toString())
  return true
}

/** Who follows the entry at the foot of a page means that page. */
const reportAddressOf = (request: IncomingMessage): string => {
  const page = refererPath(request)
  const [, articleId] = /^\/articles\/([0-9a-z]{1,26})$/.exec(page ?? '') ?? []
  if (articleId) return reportPath({ articleId })
  return page && page !== reportPath() ? reportPath({ page }) : reportPath()
}

const respond = async (site: SiteServer, request: IncomingMessage, response: ServerResponse) => {
  const target = request.url ?? '/'
  if (request.method === 'POST' && takesForms(target)) return answerForm(request, response, site)
  const viewed = request.method === 'POST' ? findViewed(target) : null
  if (viewed) return answerView(request, response, viewed, site)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sendText(
      request,
      response,
      405,
      { ...site.securityHeaders, allow: 'GET, HEAD', 'content-type': plain },
      '405 Method Not Allowed\n',
    )
  }
  if (mayBeForEditor(request, target) && (await answerEditor(site, request, response, target))) return
  // Pages are kept under their one address: who asks for exactly that needs no further thought.
  const ready = site.cache.find(target)
  if (ready) return sendReady(request, response, ready)
  const [path = ''] = target.split('?', 1)
  const file = site.staticFiles.get(path)
  if (file) return answerFile(site, request, response, path, file)
  if (isPreferencesAddress(target)) return answerPreferences(request, response, site)
  return answerPage(site, request, response, target === reportPath() ? reportAddressOf(request) : target)
}

/** Everything the site answers: ready pages and files from the cache, the rest made by Next once for everyone who waits. */
export const createRequestListener =
  (site: SiteServer): RequestListener =>
  (request, response) => {
    respond(site, request, response).catch((error: unknown) => {
      site.onError(error, request.url ?? '/')
      if (response.headersSent) {
        response.destroy()
        return
      }
      const headers = { 'content-type': html, 'cache-control': 'private, no-store', 'retry-after': String(retryAfterSeconds) }
      sendText(request, response, 503, { ...site.securityHeaders, ...headers }, unavailablePage)
    })
  }
