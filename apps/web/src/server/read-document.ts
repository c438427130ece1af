import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'

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

/** Reads a document from the API. Null when there is none. */
export const findDocument = async (apiUrl: string, apiPath: string, fetchDocument: typeof fetch): Promise<MadeAnswer | null> => {
  const response = await fetchDocument(apiUrl + apiPath, { signal: AbortSignal.timeout(timeoutMilliseconds), redirect: 'error' })
  if (response.status >= 400 && response.status < 500) return null
  if (!response.ok) throw new ApiUnavailable(`${apiPath} answered ${response.status}`, { status: response.status })
  return {
    status: 200,
    headers: { 'content-type': response.headers.get('content-type') ?? 'application/xml', 'cache-control': 'public, max-age=60' },
    body: Buffer.from(await response.arrayBuffer()),
    dependencies: (response.headers.get('cache-tag') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  }
}
