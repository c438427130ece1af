import type { IncomingMessage } from 'node:http'

/** Whom the next server is told that it is asked for, as `X-Forwarded-For`: everybody in between, and who asked us. */
export const forwardedForOf = (request: IncomingMessage): string =>
  [request.headers['x-forwarded-for'], request.socket.remoteAddress].flat().filter(Boolean).join(', ')
