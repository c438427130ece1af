import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { readXml } from './read-xml.ts'

const content = (title: string, publishedAt = '2026-11-19T08:00:00+08:00') =>
  articleContent({ title, publishedAt, topics: [{ slug: 'shui-li', name: '水利' }], authors: [{ name: '张三', role: null }] })

describe.each(testEngines)('GET /v1/feeds/:format on %s', (engine) => {
  it('answers the same articles with their whole text as RSS, Atom and JSON Feed', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(content('甲'), 'chzhxw', 'a1')
    for (const [format, type] of [
      ['rss', 'application/rss+xml; charset=utf-8'],
      ['atom', 'application/atom+xml; charset=utf-8'],
      ['json', 'application/feed+json; charset=utf-8'],
    ]) {
      for (const accept of [undefined, 'application/rss+xml', 'text/html']) {
        const response = await app.inject({ url: `/v1/feeds/${format}`, headers: accept ? { accept } : {} })
        expect([response.statusCode, response.headers['content-type']], `${format} ${accept}`).toEqual([200, type])
        expect(response.body).toContain('甲，正文。')
        expect(response.body).toContain('https://www.example.gov.cn/articles/a1')
        expect(response.headers.etag).toBeTruthy()
        if (format !== 'json') readXml(response.body)
      }
    }
  })

  it('is about the site, a channel, a topic or an author', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(content('甲'), 'chzhxw')
    await publish(articleContent({ title: '乙' }), 'gkzcwj')
    const feed = async (query: string) => (await app.inject(`/v1/feeds/json${query}`)).json()
    const titles = async (query: string) => (await feed(query)).items.map(({ title }: { title: string }) => title)
    expect(await titles('')).toEqual(['甲', '乙'])
    for (const query of ['?channel=zwzx', '?topic=shui-li', '?author=%E5%BC%A0%E4%B8%89'])
      expect(await titles(query), query).toEqual(['甲'])
    expect(await feed('')).toMatchObject({ feed_url: 'https://www.example.gov.cn/feed.json' })
    expect(await feed('?channel=zwzx')).toMatchObject({
      title: expect.stringMatching(/^政务资讯 - /),
      feed_url: 'https://www.example.gov.cn/zwzx/feed.json',
      home_page_url: 'https://www.example.gov.cn/zwzx/',
    })
    expect(await feed('?topic=shui-li')).toMatchObject({ title: expect.stringMatching(/^水利 - /) })
  })

  it('answers 404 for a subject nobody wrote about, and 400 for two at once or an unknown channel', async () => {
    const { app } = await buildTestApp({ engine })
    expect((await app.inject('/v1/feeds/rss?topic=none')).statusCode).toBe(404)
    expect((await app.inject('/v1/feeds/rss?author=none')).statusCode).toBe(404)
    expect((await app.inject('/v1/feeds/rss?channel=none')).statusCode).toBe(400)
    expect((await app.inject('/v1/feeds/rss?channel=zwzx&topic=a')).statusCode).toBe(400)
    expect((await app.inject('/v1/feeds/pdf')).statusCode).toBe(400)
  })

  it('shows a new article at once, and a withdrawn one no more', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    await app.inject('/v1/feeds/rss')
    await publish(content('甲'), 'chzhxw', 'a1')
    expect((await app.inject('/v1/feeds/rss')).body).toContain('articles/a1')
    await publishing.withdraw('a1', '改期')
    expect((await app.inject('/v1/feeds/rss')).body).not.toContain('articles/a1')
  })
})

describe.each(testEngines)('GET /v1/sitemaps/:name on %s', (engine) => {
  it('lists every published article and every channel once, through the index', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    for (const id of ['a1', 'a2', 'a3']) await publish(content(id), 'chzhxw', id)
    await publishing.withdraw('a3', '改期')
    const index = await app.inject('/v1/sitemaps/index.xml')
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8')
    readXml(index.body)
    const parts = [...index.body.matchAll(/<loc>https:\/\/www\.example\.gov\.cn\/sitemaps\/([^<]+)<\/loc>/g)].map(([, name]) => name)
    expect(parts).toEqual(['channels.xml', '1.xml'])
    expect(index.body).toContain('<lastmod>2026-11-20T09:00:00+08:00</lastmod>')
    const pages: string[] = []
    for (const part of parts) {
      const sitemap = await app.inject(`/v1/sitemaps/${part}`)
      readXml(sitemap.body)
      pages.push(...[...sitemap.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? ''))
    }
    expect(pages).toContain('https://www.example.gov.cn/')
    expect(pages).toContain('https://www.example.gov.cn/zwzx/zhxw/')
    expect(pages.filter((url) => url.includes('/articles/'))).toEqual(['a1', 'a2'].map((id) => `https://www.example.gov.cn/articles/${id}`))
    expect(new Set(pages).size).toBe(pages.length)
  })

  it('names in the news sitemap what was published in the last two days', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(content('新闻'), 'chzhxw', 'fresh')
    await publish(content('旧闻', '2026-11-01T08:00:00+08:00'), 'chzhxw', 'old')
    const { body } = await app.inject('/v1/sitemaps/news.xml')
    readXml(body)
    expect(body).toContain('articles/fresh')
    expect(body).not.toContain('articles/old')
  })

  it('answers 404 beyond the last part and 400 for what is no name of one', async () => {
    const { app } = await buildTestApp({ engine })
    expect((await app.inject('/v1/sitemaps/2.xml')).statusCode).toBe(404)
    for (const name of ['0.xml', 'x.xml', '1', '1.xml.gz', '-1.xml'])
      expect((await app.inject(`/v1/sitemaps/${name}`)).statusCode, name).toBe(400)
  })
})
