/** What to do with the address a reader asked for. */
export type NormalisedAddress =
  /** Ask Next for `path`; `key` names the page in the cache. */
  | { kind: 'page'; key: string; path: string }
  /** The same thing has a better address. */
  | { kind: 'redirect'; location: string }
  /** Not an address at all. */
  | { kind: 'malformed' }

const addressMaximum = 2048
const paged = /^\/(topics|authors)\/[^/]+$|^\/archive\/\d{4}\/\d{2}$/
const plain = /^\/(articles\/[^/]+|feeds|sitemap|about|accessibility|developers|preferences|editor)$/
const channel = /^(\/[a-z0-9]+(-[a-z0-9]+)*)+\/?$/
const machine = /\/feed\.(rss|atom|json)$|^\/(news-)?sitemap\.xml$|^\/sitemaps\/[^/]+\.xml$/

const parameters: Readonly<Record<string, string[]>> = {
  '/search': ['q', 'channel', 'kind', 'source', 'topic', 'from', 'to', 'sort', 'page'],
  '/search/suggestions': ['q'],
  '/report': ['article', 'page', 'number'],
  '/leaving': ['article', 'url'],
  '/opensearch.xml': [],
}

/** Query parameters an address understands; everything else is noise and makes no page of its own. */
const parametersOf = (path: string): string[] | 'all' => {
  const known = parameters[path]
  if (known) return known
  if (paged.test(path)) return ['page']
  if (path === '/' || plain.test(path) || machine.test(path)) return []
  // Addresses of an older site may carry their meaning in the query: `/news_view.php?id=7`.
  return channel.test(path) ? ['page'] : 'all'
}

const keep = (query: URLSearchParams, names: string[]): string => {
  const kept = new URLSearchParams(names.flatMap((name) => [...query.getAll(name).slice(0, 1)].map((value) => [name, value])))
  const text = kept.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * Gives every page one address. Doubled slashes collapse, known pages carry no trailing slash, unknown parameters are dropped.
 * @param target path and query as they stand in the request line.
 */
export const normaliseAddress = (target: string): NormalisedAddress => {
  if (target.length > addressMaximum || !target.startsWith('/')) return { kind: 'malformed' }
  const [rawPath = '/', ...rest] = target.split('?')
  const rawQuery = rest.join('?')
  let path: string
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return { kind: 'malformed' }
  }
  if (/[\p{Cc}\\]/u.test(path)) return { kind: 'malformed' }
  const search = rawQuery === '' ? '' : `?${rawQuery}`
  if (path.includes('//')) return { kind: 'redirect', location: encodePath(path.replace(/\/{2,}/g, '/')) + search }
  const bare = path.replace(/\/$/, '')
  if (path !== bare && (plain.test(bare) || paged.test(bare) || parameters[bare])) {
    return { kind: 'redirect', location: encodePath(bare) + search }
  }
  const names = parametersOf(path)
  const query = names === 'all' ? search : keep(new URLSearchParams(rawQuery), names)
  const address = encodePath(path) + query
  return { kind: 'page', key: address, path: address }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
