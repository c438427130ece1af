import { describe, expect, it } from 'vitest'
import { findElements, findText, readXml } from './read-xml.ts'
import { renderRss } from './render-rss.ts'
import { feedArticle, hostileTitles, sampleFeed } from './sample-feed.ts'

const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/
const read = (feed = sampleFeed()) => readXml(renderRss(feed))

describe('renderRss', () => {
  it('has every element the channel of RSS 2.0 must have, and a language', () => {
    const document = read()
    expect(document.documentElement?.tagName).toBe('rss')
    expect(document.documentElement?.getAttribute('version')).toBe('2.0')
    expect(findText(document, 'title')).toBe('综合新闻 · 示例政协网')
    expect(findText(document, 'link')).toBe('https://www.example.org/zwzx/zhxw/')
    expect(findText(document, 'description')).toBe('综合新闻')
    expect(findText(document, 'language')).toBe('zh-Hans-CN')
  })

  it('points at itself, as validators ask', () => {
    const self = findElements(read(), 'atom:link')[0]
    expect(self?.namespaceURI).toBe('http://www.w3.org/2005/Atom')
    expect(self?.getAttribute('rel')).toBe('self')
    expect(self?.getAttribute('type')).toBe('application/rss+xml')
    expect(self?.getAttribute('href')).toBe('https://www.example.org/zwzx/zhxw/feed.rss')
  })

  it('puts everything about the channel before the first item', () => {
    const children = Array.from(findElements(read(), 'channel')[0]?.childNodes ?? []).map(({ nodeName }) => nodeName)
    expect(children.slice(children.indexOf('item'))).toEqual(['item', 'item'])
  })

  it('names its elements once and the description before the whole text', () => {
    const item = findElements(read(), 'item')[0]
    expect(Array.from(item?.childNodes ?? []).map(({ nodeName }) => nodeName)).toEqual([
      'title',
      'link',
      'guid',
      'pubDate',
      'dc:creator',
      'category',
      'description',
      'content:encoded',
      'enclosure',
    ])
  })

  it('dates by RFC 822 in the time zone of the site', () => {
    const document = read()
    const dates = [...findElements(document, 'pubDate'), ...findElements(document, 'lastBuildDate')].map(({ textContent }) => textContent)
    expect(dates).toEqual(['Thu, 28 Nov 2024 00:00:00 +0800', 'Wed, 27 Nov 2024 15:04:05 +0800', 'Fri, 29 Nov 2024 09:30:00 +0800'])
    for (const date of dates) expect(date).toMatch(rfc822)
  })

  it('identifies each item by its permanent address, once', () => {
    const guids = findElements(read(), 'guid')
    expect(guids.map((guid) => guid.getAttribute('isPermaLink'))).toEqual(['true', 'true'])
    expect(guids.map(({ textContent }) => textContent)).toEqual([
      'https://www.example.org/articles/a1',
      'https://www.example.org/articles/a2',
    ])
  })

  it('carries the whole text with absolute links only, and names the source', () => {
    const article = feedArticle({ body: [{ type: 'paragraph', id: 'p', spans: [{ text: '见' }, { text: '通知', href: '/articles/b' }] }] })
    expect(findText(read(sampleFeed({ articles: [article] })), 'content:encoded')).toBe(
      '<p>见<a href="https://www.example.org/articles/b">通知</a></p>\n' +
        '<p>来源：<a href="https://www.example.net/a?b=1&amp;c=2" rel="external noopener">人民政协报</a></p>',
    )
    for (const [, address] of renderRss(sampleFeed()).matchAll(/(?:href|src|poster)=&quot;([^&]*)/g)) expect(address).toMatch(/^https:\/\//)
  })

  it('says of a withdrawn article that it is withdrawn and why', () => {
    const withdrawal = { reason: '内容有误', at: '2024-12-01T00:00:00+08:00' }
    const document = read(sampleFeed({ articles: [feedArticle({ status: 'withdrawn', withdrawal })] }))
    expect(findText(findElements(document, 'item')[0] ?? document, 'title')).toBe('【已撤回】政协召开会议')
    expect(findText(document, 'content:encoded')).toMatch(/^<p><strong>本文已撤回：内容有误<\/strong><\/p>/)
  })

  it('gives one enclosure with address, length and type', () => {
    const enclosures = findElements(findElements(read(), 'item')[0] ?? read(), 'enclosure')
    expect(enclosures.map((one) => ['url', 'length', 'type'].map((name) => one.getAttribute(name)))).toEqual([
      ['https://example.org/v.mp4', '2048', 'video/mp4'],
    ])
  })

  it('describes an article without a summary by the beginning of its text', () => {
    const article = feedArticle({ summary: '', body: [{ type: 'paragraph', id: 'p', spans: [{ text: `𠮷<${'字'.repeat(300)}` }] }] })
    expect(findText(findElements(read(sampleFeed({ articles: [article] })), 'item')[0] ?? read(), 'description')).toBe(
      `𠮷&lt;${'字'.repeat(198)}…`,
    )
  })

  it('is valid without any article', () => {
    expect(findText(read(sampleFeed({ articles: [] })), 'lastBuildDate')).toBe('Mon, 01 Jan 2024 00:00:00 +0800')
  })

  it.each(hostileTitles)('survives %j in every text', (written, expected) => {
    const article = feedArticle({
      title: written,
      summary: written,
      authors: [{ name: written, role: null }],
      topics: [{ slug: 't', name: written }],
      source: { name: written, url: null },
      body: [{ type: 'paragraph', id: 'p', spans: [{ text: written }] }],
    })
    const document = read(sampleFeed({ title: written, articles: [article] }))
    const item = findElements(document, 'item')[0] ?? document
    expect(findText(document, 'title')).toBe(expected)
    expect(findText(item, 'title')).toBe(expected)
    expect(findText(item, 'dc:creator')).toBe(expected)
    expect(findText(item, 'category')).toBe(expected)
    expect(findText(item, 'content:encoded')).not.toContain('<script')
  })
})
