import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ByteCache } from '@gazette/byte-cache/byte-cache'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { sendReady } from '@gazette/byte-cache/send-ready'
import { applyPreferences, defaultPreferences, parsePreferences, toReturnPath, toSetCookie } from '../site/preferences.ts'
import { normaliseAddress } from './normalise-address.ts'
import { toPreferencesStyle } from './preferences-style.ts'
import { retryAfterSeconds, unavailablePage } from './unavailable-page.ts'

export type SiteServer = {
  cache: ByteCache
  staticFiles: ReadonlyMap<string, MadeAnswer>
  /** Makes the page at a normalised address; rejects when there is none to show. */
  render: (path: string) => Promise<MadeAnswer>
  securityHeaders: Record<string, string>
  isSecure: boolean
  onError: (error: unknown, path: string) => void
}

const send = (request: IncomingMessage, response: ServerResponse, status: number, headers: Record<string, string>, body = ''): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** `/preferences.css`: the reader's own style sheet. `/preferences/set`: a form that remembers a choice and goes back. */
const handlePreferences = (site: SiteServer, request: IncomingMessage, response: ServerResponse, url: URL): void => {
  const current = parsePreferences(request.headers.cookie)
  const own = { ...site.securityHeaders, vary: 'Cookie' }
  if (url.pathname === '/preferences.css') {
    const headers = { ...own, 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-cache' }
    send(request, response, 200, headers, toPreferencesStyle(current))
    return
  }
  const chosen = applyPreferences(url.searchParams.has('reset') ? defaultPreferences : current, url.searchParams)
  send(request, response, 303, {
    ...own,
    'cache-control': 'private, no-store',
    'set-cookie': toSetCookie(chosen, site.isSecure),
    location: encodeURI(decodeURI(toReturnPath(url.searchParams.get('return')))),
  })
}

const handlePage = async (site: SiteServer, request: IncomingMessage, response: ServerResponse, target: string): Promise<void> => {
  const address = normaliseAddress(target)
  if (address.kind === 'redirect') {
    return send(request, response, 308, { ...site.securityHeaders, location: address.location, 'cache-control': 'public, max-age=86400' })
  }
  const path = address.kind === 'page' ? address.path : '/malformed-address'
  const answer = await site.cache.answer(path, () => site.render(path))
  return sendReady(request, response, answer)
}

/** Everything the site answers: ready pages and files from the cache, the rest made by Next once for everyone who waits. */
export const createRequestListener = (site: SiteServer): RequestListener => {
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/'
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(
        request,
        response,
        405,
        { ...site.securityHeaders, allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' },
        '405',
      )
    }
    const file = site.staticFiles.get(target.split('?', 1)[0] ?? '')
    if (file)
      return sendReady(
        request,
        response,
        await site.cache.answer(`file:${target.split('?', 1)[0]}`, async () => ({
          ...file,
          headers: { ...site.securityHeaders, ...file.headers },
        })),
      )
    if (/^\/preferences(\.css|\/set)(\?|$)/.test(target)) {
      return handlePreferences(site, request, response, new URL(target, 'http://site.invalid'))
    }
    return handlePage(site, request, response, target)
  }
  return (request, response) => {
    respond(request, response).catch((error: unknown) => {
      site.onError(error, request.url ?? '/')
      if (response.headersSent) {
        response.destroy()
        return
      }
      send(
        request,
        response,
        503,
        {
          ...site.securityHeaders,
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'private, no-store',
          'retry-after': String(retryAfterSeconds),
        },
        unavailablePage,
      )
    })
  }
}
