import type { IncomingMessage, ServerResponse } from 'node:http'

/** Sends a small answer that is not kept: a redirect, a refusal, a style sheet of one reader. */
export const sendText = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body = '',
): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}
