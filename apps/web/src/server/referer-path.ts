import type { IncomingMessage } from 'node:http'

/** Path and query of the page of this site the reader came from; null when there is none, or it is not told. */
export const refererPath = ({ headers }: IncomingMessage): string | null => {
  const referer = URL.parse(headers.referer ?? '')
  return referer && referer.host === headers.host ? referer.pathname + referer.search : null
}
