import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'

/** Documents for machines that the API writes and the site gives out under its own address. */
export const isDocument = (path: string): boolean => /\/feed\.(rss|atom|json)$|^\/((news-)?sitemap(-\d+)?\.xml)$/.test(path)

const timeoutMilliseconds = 5000

/** Reads a feed or sitemap from the API, which keeps it at the same path. Null when there is none. */
export const findDocument = async (apiUrl: string, path: string, fetchDocument: typeof fetch): Promise<MadeAnswer | null> => {
  const response = await fetchDocument(apiUrl + path, { signal: AbortSignal.timeout(timeoutMilliseconds), redirect: 'error' })
  if (response.status === 404 || response.status === 410) return null
  if (!response.ok) throw new ApiUnavailable(`${path} answered ${response.status}`)
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
