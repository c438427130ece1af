import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { sendText } from './send-text.ts'
import { toVisit, type Visit } from './visit.ts'

const bytesMaximum = 64 * 1024
const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' }

/** Pages that take forms. */
export const takesForms = (target: string): boolean => target === '/report' || target === '/editor'

/** Null when there is more than anybody types. */
const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let bytes = 0
  // Left open when there is too much, so that the refusal still reaches the sender.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > bytesMaximum) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const refusalOf = ({ headers }: IncomingMessage): [status: number, message: string] | null => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return [415, '415 Unsupported Media Type\n']
  // Browsers say where a form stands; one on another site is not ours.
  return headers['sec-fetch-site'] === 'cross-site' ? [403, '403 Forbidden\n'] : null
}

/** Takes a form and answers with the page `submit` makes of it. Nothing of it is kept. */
export const answerForm = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: { securityHeaders: Record<string, string>; isSecure: boolean; renderFor: (path: string, visit: Visit) => Promise<MadeAnswer> },
): Promise<void> => {
  const refuse = (status: number, message: string) =>
    sendText(request, response, status, { ...options.securityHeaders, ...plain, connection: 'close' }, message)
  const refusal = refusalOf(request)
  if (refusal) return refuse(...refusal)
  const body = await readBody(request)
  if (body === null) return refuse(413, '413 Content Too Large\n')
  const made = await options.renderFor(request.url ?? '/', toVisit(request, options.isSecure, body))
  sendText(request, response, made.status, made.headers, made.body.toString())
}
