import type { ServerResponse } from 'node:http'
import { keepExchange } from './keep-shapes.ts'
import type { ReadyAnswer } from './ready-answer.ts'
import type { Representation } from './representation.ts'
import { type AnswerRequest, representationFor } from './representation-for.ts'

const send = (
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
  { status, rawHeaders, body }: Representation,
  own: readonly string[],
): void => {
  response.writeHead(status, own.length === 0 ? rawHeaders : rawHeaders.concat(own))
  if (body === null) response.end()
  else response.end(body)
}

/**
 * Sends an answer over node:http: one `writeHead`, one `end`.
 * @param ownHeaders of this sending alone, name, value, name, value …: a request id, a quota.
 * @returns a promise only when a compressed form must be made first; it rejects when that fails, with nothing sent.
 */
export const sendReady = (
  request: AnswerRequest,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
  answer: ReadyAnswer,
  ownHeaders: readonly string[] = [],
): void | Promise<void> => {
  keepExchange(request, response)
  const representation = representationFor(answer, request)
  if (representation instanceof Promise) return representation.then((made) => send(response, made, ownHeaders))
  send(response, representation, ownHeaders)
}
