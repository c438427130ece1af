import { element, renderXmlDocument, xmlDeclaration } from './xml.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const head = `${xmlDeclaration}<urlset xmlns="${namespace}">\n`
const foot = '</urlset>\n'

/** The limits of sitemaps.org for one document: addresses, and bytes before compression. */
export const sitemapLimits = { entries: 50_000, bytes: 50 * 1024 * 1024 }

/** A page of the site, absolute, with the RFC 3339 instant of its last real change. */
export type SitemapEntry = { url: string; lastModified: string | null }

/** One sitemap that respects the limits, with the newest change of its pages. */
export type Sitemap = { xml: string; entries: number; lastModified: string | null }

const newest = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b
  return Date.parse(b) > Date.parse(a) ? b : a
}

const renderEntry = ({ url, lastModified }: SitemapEntry): string =>
  `${element('url', {}, element('loc', {}, url), lastModified === null ? null : element('lastmod', {}, lastModified)).markup}\n`

/**
 * Sitemaps of all pages, one after the other, each as full as the limits allow. Only one is held in memory.
 * Feed it in an order that does not change (oldest first), so that pages stay in the sitemap they are in.
 */
export async function* renderSitemaps(
  pages: Iterable<SitemapEntry> | AsyncIterable<SitemapEntry>,
  limits = sitemapLimits,
): AsyncGenerator<Sitemap> {
  const frameBytes = Buffer.byteLength(head) + Buffer.byteLength(foot)
  let written: string[] = []
  let bytes = frameBytes
  let lastModified: string | null = null
  const finish = (): Sitemap => ({ xml: head + written.join('') + foot, entries: written.length, lastModified })
  for await (const page of pages) {
    const entry = renderEntry(page)
    const entryBytes = Buffer.byteLength(entry)
    if (written.length > 0 && (written.length >= limits.entries || bytes + entryBytes > limits.bytes)) {
      yield finish()
      written = []
      bytes = frameBytes
      lastModified = null
    }
    written.push(entry)
    bytes += entryBytes
    lastModified = newest(lastModified, page.lastModified)
  }
  if (written.length > 0) yield finish()
}

/** The index of all sitemaps: absolute addresses, each with the newest change of what it lists. */
export const renderSitemapIndex = (sitemaps: readonly SitemapEntry[]): string =>
  renderXmlDocument(
    element(
      'sitemapindex',
      { xmlns: namespace },
      ...sitemaps.map(({ url, lastModified }) =>
        element('sitemap', {}, element('loc', {}, url), lastModified === null ? null : element('lastmod', {}, lastModified)),
      ),
    ),
  )
