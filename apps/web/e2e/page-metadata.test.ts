import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const article = (situation: string): string => `/articles/${readExample(situation).id}`
const siteNames = ['SiteName', 'SiteDomain', 'SiteIDCode']
const columnNames = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']
const articleNames = ['ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource', 'Url']

/** The values of a meta tag, by its name in its exact case. */
const readMeta = (page: Page, name: string): Promise<string[]> =>
  page
    .locator('meta')
    .evaluateAll(
      (tags, wanted) =>
        tags
          .filter((tag) => (tag.getAttribute('name') ?? tag.getAttribute('property')) === wanted)
          .map((tag) => tag.getAttribute('content') ?? ''),
      name,
    )

const Thing = z.looseObject({ '@type': z.string() })
const readThings = async (page: Page): Promise<z.infer<typeof Thing>[]> =>
  (await page.locator('script[type="application/ld+json"]').allTextContents()).flatMap((text) =>
    z.union([z.array(Thing), Thing.transform((thing) => [thing])]).parse(JSON.parse(text)),
  )

const address = z.url()
const instant = z.iso.datetime({ offset: true })
const NewsArticle = z.looseObject({
  headline: z.string().min(1).max(110),
  datePublished: instant,
  dateModified: instant,
  inLanguage: z.string(),
  mainEntityOfPage: address,
  image: z.array(address).optional(),
  author: z.array(z.object({ '@type': z.enum(['Person', 'Organization']), name: z.string().min(1) })).min(1),
  publisher: z.looseObject({ '@type': z.literal('GovernmentOrganization'), name: z.string().min(1), url: address }),
})
const BreadcrumbList = z.looseObject({
  itemListElement: z.array(z.object({ '@type': z.literal('ListItem'), position: z.int(), name: z.string().min(1), item: address })).min(2),
})
const WebSite = z.looseObject({
  name: z.string().min(1),
  url: address,
  potentialAction: z.looseObject({
    '@type': z.literal('SearchAction'),
    target: z
      .union([z.string(), z.looseObject({ urlTemplate: z.string() }).transform(({ urlTemplate }) => urlTemplate)])
      .refine((text) => text.includes('{search_term_string}')),
    'query-input': z.string().regex(/required name=search_term_string/),
  }),
})

test.describe('what machines read of a page', () => {
  for (const [kind, path, names] of [
    ['home', '/', []],
    ['a channel', '/zwzx/zhxw/', columnNames],
    ['an article', article('kicker-title-subtitle'), articleNames],
    ['an article without a source', article('no-source'), articleNames],
    ['an article with markup in its title', article('title-with-markup-characters'), articleNames],
    ['a long title', article('very-long-title'), articleNames],
  ] as const) {
    test(`of ${kind}: each required tag of 国办发〔2017〕47号 once, in its case, not empty`, async ({ page }) => {
      await page.goto(path)
      for (const name of [...siteNames, ...names]) expect(await readMeta(page, name), name).toEqual([expect.stringMatching(/\S/u)])
      expect((await readMeta(page, 'SiteIDCode'))[0]).toMatch(/^(bm\d{8}|\d{10})$/)
      expect((await readMeta(page, 'SiteDomain'))[0]).not.toContain('://')
    })
  }

  test('of an article: a title with quotation marks and angle brackets is that title, and the markup stays whole', async ({
    page,
    request,
  }) => {
    const { fullTitle } = readExample('title-with-markup-characters').content
    expect(fullTitle).toMatch(/"/u)
    expect(fullTitle).toMatch(/</u)
    await page.goto(article('title-with-markup-characters'))
    expect(await readMeta(page, 'ArticleTitle')).toEqual([fullTitle])
    expect(await readMeta(page, 'og:title')).toEqual([fullTitle])
    expect((await readThings(page)).find((thing) => thing['@type'] === 'NewsArticle')).toMatchObject({ headline: fullTitle })
    const html = await (await request.get(article('title-with-markup-characters'))).text()
    expect(html).toContain(
      `<meta name="ArticleTitle" content="${fullTitle.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
    )
  })

  test('of an article: PubDate is the time in the page and of the API, in Beijing time, and Url is the canonical address', async ({
    page,
    gazette,
  }) => {
    const { id } = readExample('notice')
    await page.goto(`/articles/${id}`)
    const { publishedAt } = z.object({ publishedAt: instant }).parse(await (await fetch(`${gazette.apiUrl}/v1/articles/${id}`)).json())
    const [published = ''] = await readMeta(page, 'PubDate')
    expect(published).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    expect(Date.parse(`${published.replace(' ', 'T')}:00+08:00`)).toBe(Date.parse(publishedAt))
    await expect(page.locator('main article time').first()).toHaveText(published)
    const canonical = `${gazette.siteUrl}/articles/${id}`
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', canonical)
    expect(await readMeta(page, 'Url')).toEqual([canonical])
    expect(await readMeta(page, 'og:url')).toEqual([canonical])
    expect(await readMeta(page, 'og:type')).toEqual(['article'])
    expect(await readMeta(page, 'article:published_time')).toEqual([expect.stringMatching(/\+08:00$/)])
  })

  test('of an article: a NewsArticle and its BreadcrumbList keep the rules of schema.org', async ({ page }) => {
    for (const situation of [
      'kicker-title-subtitle',
      'no-source',
      'cover-image',
      'very-long-title',
      'reprint-with-source-link',
      'english-article',
    ]) {
      await page.goto(article(situation))
      const things = await readThings(page)
      const one = (type: string) => things.filter((thing) => thing['@type'] === type)
      const [news] = z.tuple([NewsArticle]).parse(one('NewsArticle'))
      const [trail] = z.tuple([BreadcrumbList]).parse(one('BreadcrumbList'))
      expect(news.mainEntityOfPage, situation).toBe(await page.locator('link[rel=canonical]').getAttribute('href'))
      expect(trail.itemListElement.map(({ position }) => position)).toEqual(trail.itemListElement.map((_, index) => index + 1))
      const shown = await page.getByRole('navigation', { name: '当前位置' }).getByRole('listitem').allInnerTexts()
      expect(shown.join('›')).toContain(trail.itemListElement.map(({ name }) => name).join('›'))
    }
  })

  test('of search: the form may be found, answers stay out of indexes, and robots.txt says the same', async ({
    page,
    request,
    gazette,
  }) => {
    const robots = page.locator('meta[name="robots"]')
    await page.goto('/search')
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${gazette.siteUrl}/search`)
    await expect(robots).toHaveCount(0)
    for (const answer of ['/search?q=协商', '/search?kind=notice']) {
      await page.goto(answer)
      await expect(robots, answer).toHaveAttribute('content', 'noindex')
      await expect(page.locator('link[rel=canonical]'), answer).toHaveCount(0)
    }
    const rules = (await (await request.get('/robots.txt')).text()).split('\n')
    expect(rules).toContain('Disallow: /search?')
    expect(rules).not.toContain('Disallow: /search')
  })

  test('of home: a WebSite that says where to search, and the address it gives finds something', async ({ page }) => {
    await page.goto('/')
    const site = WebSite.parse((await readThings(page)).find((thing) => thing['@type'] === 'WebSite'))
    await page.goto(site.potentialAction.target.replace('{search_term_string}', encodeURIComponent('桥头议事')))
    await expect(page.locator('main a[href^="/articles/"]').first()).toBeVisible()
  })

  test('of every list: its feeds are announced and are what they say', async ({ page, request }) => {
    for (const path of ['/', '/zwzx/zhxw/']) {
      await page.goto(path)
      const feeds = await page
        .locator('link[rel=alternate]')
        .evaluateAll((links) => links.map((link) => [link.getAttribute('type') ?? '', link.getAttribute('href') ?? ''] as const))
      expect(feeds.map(([type]) => type)).toEqual(['application/atom+xml', 'application/rss+xml', 'application/feed+json'])
      for (const [type, href] of feeds) {
        const response = await request.get(href)
        expect([response.status(), response.headers()['content-type']], href).toEqual([200, expect.stringContaining(type)])
        const text = await response.text()
        if (type === 'application/feed+json')
          expect(
            z
              .looseObject({
                version: z.literal('https://jsonfeed.org/version/1.1'),
                items: z.array(z.looseObject({ id: z.string() })).min(1),
              })
              .safeParse(JSON.parse(text)).error,
          ).toBeUndefined()
        else
          expect(
            await page.evaluate(
              (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? '',
              text,
            ),
            href,
          ).toBe('')
      }
    }
  })
})
