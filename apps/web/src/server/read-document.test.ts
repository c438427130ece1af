import { describe, expect, it } from 'vitest'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import { answering, problem } from '../testing/answering-ask.ts'
import { findApiDocument, readDocument } from './read-document.ts'

describe('findApiDocument', () => {
  it.each([
    ['/feed.rss', '/v1/feeds/rss'],
    ['/zwzx/zhxw/feed.json', '/v1/feeds/json?channel=zwzx%2Fzhxw'],
    ['/search/suggestions?q=%E6%94%BF', '/v1/search/suggestions?q=%E6%94%BF'],
    ['/sitemap.xml', '/v1/sitemaps/index.xml'],
    ['/sitemaps/1.xml', '/v1/sitemaps/1.xml'],
    ['/news-sitemap.xml', '/v1/sitemaps/news.xml'],
  ])('finds %s at %s', (path, apiPath) => {
    expect(findApiDocument(path)?.path).toBe(apiPath)
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
    expect(findApiDocument(path)).toBeNull()
  })
})

describe('readDocument', () => {
  const document = { path: '/v1/feeds/rss', type: 'application/rss+xml' }
  const rss = { 'content-type': 'application/rss+xml', 'cache-tag': 'list,site' }

  it('passes on the type and what the document depends on', async () => {
    const answer = await readDocument(answering(200, '<rss/>', rss), document)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/rss+xml' }, dependencies: ['list', 'site'] })
  })

  it('has none where the API has none', async () => {
    const none = answering(404, problem(404, 'not-found'), { 'content-type': 'application/problem+json; charset=utf-8' })
    expect(await readDocument(none, document)).toBeNull()
  })

  it.each([
    ['fails', answering(500, '', rss)],
    ['has no time', answering(429, problem(429, 'too-many-requests'), { 'content-type': 'application/problem+json' })],
    ['has another server in its place', answering(200, '<html>', { 'content-type': 'text/html' })],
    ['answers something else of its own', answering(200, '{}', { 'content-type': 'application/json' })],
    ['has another server in its place that knows no such address', answering(404, '<html>', { 'content-type': 'text/html' })],
  ])('fails where the API %s', async (_, ask) => {
    await expect(readDocument(ask, document)).rejects.toBeInstanceOf(ApiUnavailable)
  })

  it('takes the last good document of the API for one to ask for again', async () => {
    const answer = await readDocument(answering(200, '<rss/>', { ...rss, 'cache-control': 'no-cache' }), document)
    expect(answer?.lifetimeSeconds).toBe(0)
  })
})
