import { describe, expect, it } from 'vitest'
import { findDocument, toApiDocumentPath } from './read-document.ts'

describe('toApiDocumentPath', () => {
  it.each([
    ['/feed.rss', '/v1/feeds/rss'],
    ['/zwzx/zhxw/feed.json', '/v1/feeds/json?channel=zwzx%2Fzhxw'],
    ['/search/suggestions?q=%E6%94%BF', '/v1/search/suggestions?q=%E6%94%BF'],
    ['/sitemap.xml', '/v1/sitemaps/index.xml'],
    ['/sitemaps/1.xml', '/v1/sitemaps/1.xml'],
    ['/news-sitemap.xml', '/v1/sitemaps/news.xml'],
  ])('finds %s at %s', (path, apiPath) => {
    expect(toApiDocumentPath(path)).toBe(apiPath)
  })

  it.each([
    '/',
    '/sitemap',
    '/feeds',
    '/sitemaps/../site',
    '/articles/a',
    '/feed.rss.html',
    '/search/suggestions?q=',
    '/search/suggestions?q=a&limit=9',
  ])('leaves %s to the pages', (path) => {
    expect(toApiDocumentPath(path)).toBeNull()
  })
})

describe('findDocument', () => {
  it('passes on the type and what the document depends on', async () => {
    const answer = await findDocument(
      'http://api.invalid',
      '/v1/feeds/rss',
      async () => new Response('<rss/>', { headers: { 'content-type': 'application/rss+xml', 'cache-tag': 'list,site' } }),
    )
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/rss+xml' }, dependencies: ['list', 'site'] })
  })

  it('has none where the API has none, and fails where it fails', async () => {
    expect(await findDocument('http://api.invalid', '/x', async () => new Response('', { status: 404 }))).toBeNull()
    await expect(findDocument('http://api.invalid', '/x', async () => new Response('', { status: 500 }))).rejects.toThrow('500')
  })
})
