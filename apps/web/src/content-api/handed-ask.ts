import type { IncomingMessage } from 'node:http'
import type { Ask } from './ask-api.ts'

// Next bundles pages into modules of their own: an object from the server reaches them with the request and in no other way.
const property = Symbol.for('gazette.ask')

type Carrier = IncomingMessage & { [property]?: Ask }

/** Lets the page that answers `request` ask the API over the connections, and from the answers, of the server in front. */
export const handAsk = (request: Carrier, ask: Ask): void => {
  request[property] = ask
}

/** What the server in front handed over. Throws where there is none: pages are made for it alone. */
export const handedAsk = (request: Carrier): Ask => {
  const ask = request[property]
  if (!ask) throw new Error('A page is made by the server of this site only: src/server/server.ts')
  return ask
}
