import type { IncomingMessage } from 'node:http'
import { findEditorToken } from '../editor/editor-cookie.ts'
import { forwardedForOf } from './forwarded-for.ts'

/** What a page made for one reader alone may know: whom it comes from, the form that was sent, and the editor who asks. */
export type Visit = { forwardedFor: string; editorToken: string | null; body?: string }

export const toVisit = (request: IncomingMessage, isSecure: boolean, body?: string): Visit => ({
  forwardedFor: forwardedForOf(request),
  editorToken: findEditorToken(request.headers.cookie, isSecure),
  ...(body !== undefined && { body }),
})

const channel = /^(\/[a-z0-9]+(-[a-z0-9]+)*)+\/(\?page=\d{1,5})?$/

/** Whether an editor may be asking for a page that shows an editor more than a reader. Readers have no such cookie: they pay nothing. */
export const mayBeForEditor = ({ headers }: IncomingMessage, target: string): boolean =>
  target === '/editor' || (headers.cookie?.includes('editor=') === true && channel.test(target))
