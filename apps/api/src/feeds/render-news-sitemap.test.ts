import { describe, expect, it } from 'vitest'
import { findBroken } from './checking/rule.ts'
import { newsSitemapRules, sitemapRules } from './checking/sitemap-rules.ts'
import { findElements, findText, readXml } from './read-xml.ts'
import { renderNewsSitemap } from './render-news-sitemap.ts'
import { feedArticle, hostileTitles } from './sample-feed.ts'

const now = Date.parse('2024-11-30T00:00:00+08:00')
const home = 'https://www.example.org/'
const read = (articles: ReturnType<typeof feedArticle>[]) =>
  readXml(renderNewsSitemap({ site: { name: '示例政协网' }, home, articles, now }))

describe('renderNewsSitemap', () => {
  it('has what a news sitemap must say of an article', () => {
    const document = read([feedArticle()])
    expect(findElements(document, 'news:news')[0]?.namespaceURI).toBe('http://www.google.com/schemas/sitemap-news/0.9')
    expect(findText(document, 'loc')).toBe('https://www.example.org/articles/a1')
    expect(findText(document, 'news:name')).toBe('示例政协网')
    expect(findText(document, 'news:language')).toBe('zh-cn')
    expect(findText(document, 'news:publication_date')).toBe('2024-11-28T00:00:00+08:00')
    expect(findText(document, 'news:title')).toBe('政协召开会议')
  })

  it('lists published articles of the last two days only, never future or withdrawn ones', () => {
    const at = (publishedAt: string) => feedArticle({ url: `https://www.example.org/${publishedAt}`, publishedAt })
    const document = read([
      at('2024-11-30T00:00:01+08:00'),
      at('2024-11-29T23:59:59+08:00'),
      at('2024-11-28T00:00:00+08:00'),
      at('2024-11-27T23:59:59+08:00'),
      feedArticle({ status: 'withdrawn' }),
    ])
    expect(findElements(document, 'loc').map(({ textContent }) => textContent)).toEqual([
      'https://www.example.org/2024-11-29T23:59:59+08:00',
      'https://www.example.org/2024-11-28T00:00:00+08:00',
    ])
  })

  it('names the home page, and no news, when nothing was published lately', () => {
    const document = read([feedArticle({ publishedAt: '2024-11-01T00:00:00+08:00' })])
    expect(findElements(document, 'loc').map(({ textContent }) => textContent)).toEqual([home])
    expect(findElements(document, 'news:news')).toEqual([])
    expect(findBroken([...sitemapRules, ...newsSitemapRules], document)).toEqual([])
  })

  it('lists at most a thousand articles', () => {
    expect(findElements(read(Array.from({ length: 1001 }, () => feedArticle())), 'url')).toHaveLength(1000)
  })

  it.each([
    ['zh-Hans-CN', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['zh-Hant-HK', 'zh-tw'],
    ['zh-TW', 'zh-tw'],
    ['en-GB', 'en'],
  ])('calls %s %s', (language, expected) => {
    expect(findText(read([feedArticle({ language })]), 'news:language')).toBe(expected)
  })

  it.each(hostileTitles)('survives the title %j', (written, expected) => {
    expect(findText(read([feedArticle({ title: written })]), 'news:title')).toBe(expected)
  })
})
