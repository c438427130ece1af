import type { Document } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildTestApp } from '../testing/build-test-app.ts'
import { atomRules } from './checking/atom-rules.ts'
import { jsonFeedRules } from './checking/json-feed-rules.ts'
import { rssRules } from './checking/rss-rules.ts'
import { findBroken, type Rule } from './checking/rule.ts'
import { newsSitemapRules, sitemapRules } from './checking/sitemap-rules.ts'
import { readXml } from './read-xml.ts'
import { renderAtom } from './render-atom.ts'
import { renderJsonFeed } from './render-json-feed.ts'
import { renderNewsSitemap } from './render-news-sitemap.ts'
import { renderRss } from './render-rss.ts'
import { renderSitemaps } from './render-sitemap.ts'
import { feedArticle, sampleFeed } from './sample-feed.ts'

const checkJson = (text: string) => findBroken(jsonFeedRules, JSON.parse(text))
const checkXml = (rules: readonly Rule<Document>[]) => (text: string) => findBroken(rules, readXml(text))

const formats = {
  rss: { check: checkXml(rssRules), rules: rssRules, sample: renderRss(sampleFeed()), type: 'application/rss+xml; charset=utf-8' },
  atom: { check: checkXml(atomRules), rules: atomRules, sample: renderAtom(sampleFeed()), type: 'application/atom+xml; charset=utf-8' },
  json: { check: checkJson, rules: jsonFeedRules, sample: renderJsonFeed(sampleFeed()), type: 'application/feed+json; charset=utf-8' },
}

const entry = (number: number) => ({ url: `https://www.example.org/articles/a${number}`, lastModified: '2024-11-28T00:00:00+08:00' })
const sitemap = async () => {
  for await (const { xml } of renderSitemaps([entry(1), entry(2)])) return xml
  return ''
}
const news = () =>
  renderNewsSitemap({
    site: { name: '示例政协网' },
    home: 'https://www.example.org/',
    articles: [feedArticle()],
    now: Date.parse('2024-11-29T00:00:00+08:00'),
  })

const kinds = [
  ...Object.entries(formats),
  ['sitemap', { check: checkXml(sitemapRules), rules: sitemapRules, sample: await sitemap() }],
  ['news sitemap', { check: checkXml(newsSitemapRules), rules: newsSitemapRules, sample: news() }],
] as const

describe.each(kinds)('the rules of %s', (_name, { check, rules, sample }) => {
  it('hold for a sample, and each of them can be broken', () => {
    expect(check(sample)).toEqual([])
    for (const { says, spoil } of rules) {
      const spoiled = spoil(sample)
      expect(spoiled, says).not.toBe(sample)
      expect(
        check(spoiled).filter((what) => what.startsWith(says)),
        says,
      ).not.toEqual([])
    }
  })
})

describe.each([
  ['nothing in it', sampleFeed({ articles: [], createdAt: '2000-01-01T00:00:00Z', description: '' })],
  [
    'an article without text, summary, author and source',
    sampleFeed({ articles: [feedArticle({ body: [], summary: '', authors: [], source: null, topics: [] })] }),
  ],
])('a feed with %s', (_what, feed) => {
  it('is valid in every format', () => {
    expect(formats.rss.check(renderRss(feed))).toEqual([])
    expect(formats.atom.check(renderAtom(feed))).toEqual([])
    expect(formats.json.check(renderJsonFeed(feed))).toEqual([])
  })
})

const Channels = z.object({ data: z.array(z.unknown()) })
const Facets = z.object({ data: z.array(z.object({ slug: z.string().optional(), name: z.string() })) })

const pathsIn = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([name, value]) => (name === 'path' && typeof value === 'string' ? [value] : pathsIn(value)))

/** The site with every example, and the query of every feed it has. */
const setUp = async () => {
  const { app, insertExamples } = await buildTestApp({ engine: 'sqlite' })
  await insertExamples()
  const facets = async (name: string) => Facets.parse((await app.inject(`/v1/${name}`)).json()).data
  const queries = [
    '',
    ...new Set(pathsIn(Channels.parse((await app.inject('/v1/channels')).json()).data).map((path) => `?channel=${path}`)),
    ...(await facets('topics')).map(({ slug = '' }) => `?topic=${slug}`),
    ...(await facets('authors')).map(({ name }) => `?author=${encodeURIComponent(name)}`),
  ]
  return { app, queries }
}

describe('the feeds of every example', () => {
  it.each(Object.entries(formats))(
    'are valid %s by the rules of the W3C validator or the specification: of the site, and of each channel, topic and author',
    async (format, { check, type }) => {
      const { app, queries } = await setUp()
      expect(queries.length).toBeGreaterThan(10)
      for (const query of queries) {
        const response = await app.inject(`/v1/feeds/${format}${query}`)
        expect([response.statusCode, response.headers['content-type']], query).toEqual([200, type])
        expect(check(response.body), `${format}${query}`).toEqual([])
      }
    },
  )

  it('are valid where there is nothing yet', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    for (const [format, { check }] of Object.entries(formats))
      expect(check((await app.inject(`/v1/feeds/${format}`)).body), format).toEqual([])
  })

  it('are a valid news sitemap where nothing is new', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const { body } = await app.inject('/v1/sitemaps/news.xml')
    expect(findBroken([...sitemapRules, ...newsSitemapRules], readXml(body))).toEqual([])
    expect((await app.inject('/v1/sitemaps/index.xml')).body).not.toContain('news')
  })

  it('are valid sitemaps and a valid news sitemap', async () => {
    const { app } = await setUp()
    for (const name of ['index', 'channels', '1', 'news']) {
      const { body } = await app.inject(`/v1/sitemaps/${name}.xml`)
      const rules = name === 'news' ? newsSitemapRules : sitemapRules
      expect(findBroken(rules, readXml(body)), name).toEqual([])
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(50 * 1024 * 1024)
    }
  })
})
