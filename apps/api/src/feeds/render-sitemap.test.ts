import { describe, expect, it } from 'vitest'
import { findElements, findText, readXml } from './read-xml.ts'
import { renderSitemapIndex, renderSitemaps, type Sitemap, type SitemapEntry } from './render-sitemap.ts'

const page = (number: number, lastModified: string | null = null): SitemapEntry => ({
  url: `https://www.example.org/articles/${number}?a=1&b=政`,
  lastModified,
})
const collect = async (pages: Iterable<SitemapEntry>, limits?: { entries: number; bytes: number }) => {
  const sitemaps: Sitemap[] = []
  for await (const sitemap of renderSitemaps(pages, limits)) sitemaps.push(sitemap)
  return sitemaps
}

describe('renderSitemaps', () => {
  it('lists each page with the moment of its last change', async () => {
    const [sitemap] = await collect([page(1, '2024-11-28T00:00:00+08:00'), page(2)])
    const document = readXml(sitemap?.xml ?? '')
    expect(document.documentElement?.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
    expect(findElements(document, 'loc').map(({ textContent }) => textContent)).toEqual([page(1).url, page(2).url])
    expect(findElements(document, 'lastmod').map(({ textContent }) => textContent)).toEqual(['2024-11-28T00:00:00+08:00'])
  })

  it('begins a new document after 50,000 pages', async () => {
    const pages = Array.from({ length: 100_001 }, (_, index) => page(index))
    expect((await collect(pages)).map(({ entries }) => entries)).toEqual([50_000, 50_000, 1])
  })

  it('begins a new document before one would exceed the bytes allowed', async () => {
    const limits = { entries: 50_000, bytes: 1000 }
    const sitemaps = await collect(
      Array.from({ length: 20 }, (_, index) => page(index)),
      limits,
    )
    expect(sitemaps.length).toBeGreaterThan(1)
    expect(sitemaps.reduce((sum, { entries }) => sum + entries, 0)).toBe(20)
    for (const { xml } of sitemaps) expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(limits.bytes)
  })

  it('tells the newest change of each document, across offsets', async () => {
    const [sitemap] = await collect([page(1, '2024-11-28T10:00:00+08:00'), page(2, '2024-11-28T03:00:00Z'), page(3)])
    expect(sitemap?.lastModified).toBe('2024-11-28T03:00:00Z')
  })

  it('makes no document of no pages', async () => {
    expect(await collect([])).toEqual([])
  })
})

describe('renderSitemapIndex', () => {
  it('lists each sitemap with the moment of its newest change', () => {
    const document = readXml(renderSitemapIndex([{ url: 'https://www.example.org/sitemaps/1.xml', lastModified: '2024-11-28T00:00:00Z' }]))
    expect(document.documentElement?.tagName).toBe('sitemapindex')
    expect(findText(document, 'loc')).toBe('https://www.example.org/sitemaps/1.xml')
    expect(findText(document, 'lastmod')).toBe('2024-11-28T00:00:00Z')
  })
})
