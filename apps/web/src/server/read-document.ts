import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { Ask } from '../content-api/ask-api.ts'
import { dependenciesOf, isStandIn } from '../content-api/read-json.ts'

const timeoutMilliseconds = 5000

/**
 * Where the API keeps a document for machines that the site gives out under an address of its own; null for every other address.
 * Feeds of the site and of channels, the sitemap index, its parts, the news sitemap, and suggestions while a search is typed.
 */
export const toApiDocumentPath = (path: string): string | null => {
  const [, channel, format] = /^\/(?:(.+)\/)?feed\.(rss|atom|json)$/.exec(path) ?? []
  if (format !== undefined) return `/v1/feeds/${format}${channel === undefined ? '' : `?${new URLSearchParams({ channel })}`}`
  if (path === '/sitemap.xml') return '/v1/sitemaps/index.xml'
  if (path === '/news-sitemap.xml') return '/v1/sitemaps/news.xml'
  const [, typed] = /^\/search\/suggestions\?q=([^&]+)$/.exec(path) ?? []
  if (typed !== undefined) return `/v1/search/suggestions?q=${typed}`
  const [, part] = /^\/sitemaps\/([a-z0-9-]+\.xml)$/.exec(path) ?? []
  return part === undefined ? null : `/v1/sitemaps/${part}`
}

/** What the API sends there: anything else with status 200 is not from the API. */
const documentType = /^(application\/(rss\+xml|atom\+xml|feed\+json|json|xml)|text\/xml)\b/i

/** Reads a document from the API. Null when there is none. */
export const findDocument = async (ask: Ask, apiPath: string): Promise<MadeAnswer | null> => {
  const response = await ask(apiPath, timeoutMilliseconds)
  const { status, body, headers } = response
  const contentType = headers['content-type'] ?? ''
  if ((status === 400 || status === 404 || status === 410) && contentType.startsWith('application/problem+json')) return null
  if (status !== 200 || !documentType.test(contentType))
    throw new ApiUnavailable(`${apiPath} answered ${status} ${contentType}`, { status })
  return {
    status: 200,
    headers: { 'content-type': contentType, 'cache-control': 'public, max-age=60' },
    body,
    dependencies: dependenciesOf(response),
    ...(isStandIn(response) && { lifetimeSeconds: 0 }),
  }
}
