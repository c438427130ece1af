import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { Ask } from '../content-api/ask-api.ts'
import { dependenciesOf, isStandIn } from '../content-api/read-json.ts'

const timeoutMilliseconds = 5000

/** A document of the API and the type it has there: what comes with another is not from the API. */
export type ApiDocument = { path: string; type: string }

const feedTypes: Record<string, string> = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }

/**
 * Where the API keeps a document for machines that the site gives out under an address of its own; null for every other address.
 * Feeds of the site and of channels, the sitemap index, its parts, the news sitemap, and suggestions while a search is typed.
 */
export const findApiDocument = (address: string): ApiDocument | null => {
  const [, channel, format = ''] = /^\/(?:(.+)\/)?feed\.(rss|atom|json)$/.exec(address) ?? []
  const type = feedTypes[format]
  if (type) return { path: `/v1/feeds/${format}${channel === undefined ? '' : `?${new URLSearchParams({ channel })}`}`, type }
  const [, typed] = /^\/search\/suggestions\?q=([^&]+)$/.exec(address) ?? []
  if (typed !== undefined) return { path: `/v1/search/suggestions?q=${typed}`, type: 'application/json' }
  const sitemap = sitemaps[address] ?? /^\/sitemaps\/([a-z0-9-]+\.xml)$/.exec(address)?.[1]
  return sitemap === undefined ? null : { path: `/v1/sitemaps/${sitemap}`, type: 'application/xml' }
}

const sitemaps: Record<string, string> = { '/sitemap.xml': 'index.xml', '/news-sitemap.xml': 'news.xml' }

/** Reads a document from the API. Null when there is none. */
export const readDocument = async (ask: Ask, { path, type }: ApiDocument): Promise<MadeAnswer | null> => {
  const response = await ask(path, timeoutMilliseconds)
  const { status, body, headers } = response
  const contentType = headers['content-type'] ?? ''
  if ((status === 400 || status === 404 || status === 410) && contentType.startsWith('application/problem+json')) return null
  if (status !== 200 || contentType.split(';', 1)[0] !== type) {
    throw new ApiUnavailable(`${path} answered ${status} ${contentType}`, { status })
  }
  return {
    status: 200,
    headers: { 'content-type': contentType, 'cache-control': 'public, max-age=60' },
    body,
    dependencies: dependenciesOf(response),
    ...(isStandIn(response) && { lifetimeSeconds: 0 }),
  }
}
