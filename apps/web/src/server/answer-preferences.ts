import type { IncomingMessage, ServerResponse } from 'node:http'
import { applyPreferences, defaultPreferences, parsePreferences, toReturnPath, toSetCookie } from '../site/preferences.ts'
import { toPreferencesStyle } from './preferences-style.ts'
import { refererPath } from './referer-path.ts'
import { sendText } from './send-text.ts'

/** Whether an address is one of those below; `/preferences` itself is a page like any other. */
export const isPreferencesAddress = (target: string): boolean => /^\/preferences(\.css|\/set)(\?|$)/.test(target)

/**
 * `/preferences.css`: the reader's own style sheet.
 * `/preferences/set?NAME=VALUE&return=PATH`: remembers a choice (`reset` forgets all) and goes back.
 */
export const answerPreferences = (
  request: IncomingMessage,
  response: ServerResponse,
  options: { securityHeaders: Record<string, string>; isSecure: boolean },
): void => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.invalid')
  const current = parsePreferences(request.headers.cookie)
  const headers = { ...options.securityHeaders, vary: 'Cookie' }
  if (pathname === '/preferences.css') {
    const own = { ...headers, 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, no-cache' }
    sendText(request, response, 200, own, toPreferencesStyle(current))
    return
  }
  const chosen = applyPreferences(searchParams.has('reset') ? defaultPreferences : current, searchParams)
  sendText(request, response, 303, {
    ...headers,
    'cache-control': 'private, no-store',
    'set-cookie': toSetCookie(chosen, options.isSecure),
    // An address given in characters goes into the header percent-encoded; one that is encoded stays as it is.
    location: encodeURI(toReturnPath(searchParams.get('return') ?? refererPath(request))).replaceAll('%25', '%'),
  })
}
