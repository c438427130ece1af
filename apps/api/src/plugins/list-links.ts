import type { PageLinks } from '@gazette/schema/list'
import type { Addresses } from '../addresses.ts'

/** The address of the same list at another position. */
const withCursor = (pathAndQuery: string, cursor: string): string => {
  const [path = '', query = ''] = pathAndQuery.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.delete('page')
  parameters.set('cursor', cursor)
  return `${path}?${parameters}`
}

/** Links of a page, for the body. */
export const toPageLinks = (
  addresses: Addresses,
  pathAndQuery: string,
  { next, previous }: { next: string | null; previous: string | null },
): PageLinks => ({
  self: addresses.api(pathAndQuery),
  next: next === null ? null : addresses.api(withCursor(pathAndQuery, next)),
  previous: previous === null ? null : addresses.api(withCursor(pathAndQuery, previous)),
})

/** The same links for the `Link` header (RFC 8288). */
export const toLinkHeader = (links: { self: string; next: string | null; previous?: string | null }): string =>
  [
    ['self', links.self],
    ['next', links.next],
    ['prev', links.previous ?? null],
  ]
    .flatMap(([relation, url]) => (url === null ? [] : [`<${url}>; rel="${relation}"`]))
    .join(', ')
