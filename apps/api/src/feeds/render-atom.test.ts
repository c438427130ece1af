import { describe, expect, it } from 'vitest'
import { findElements, findText, readXml } from './read-xml.ts'
import { renderAtom } from './render-atom.ts'
import { feedArticle, hostileTitles, sampleFeed } from './sample-feed.ts'

const selfUrl = 'https://www.example.org/zwzx/zhxw/feed.atom'
const read = (fields: Parameters<typeof sampleFeed>[0] = {}) => readXml(renderAtom(sampleFeed({ selfUrl, ...fields })))
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

describe('renderAtom', () => {
  it('has the id, title, update, author and own address RFC 4287 asks of a feed', () => {
    const document = read()
    expect(document.documentElement?.namespaceURI).toBe('http://www.w3.org/2005/Atom')
    expect(findText(document, 'id')).toBe(selfUrl)
    expect(findText(document, 'title')).toBe('综合新闻 · 示例政协网')
    expect(findText(document, 'updated')).toBe('2024-11-29T09:30:00+08:00')
    expect(findText(document, 'name')).toBe('示例政协网')
    const links = findElements(document, 'link').slice(0, 2)
    expect(links.map((link) => [link.getAttribute('rel'), link.getAttribute('href')])).toEqual([
      ['self', selfUrl],
      ['alternate', 'https://www.example.org/zwzx/zhxw/'],
    ])
  })

  it('has the id, title, update, link and content RFC 4287 asks of an entry', () => {
    for (const entry of findElements(read(), 'entry')) {
      expect(findText(entry, 'id')).toMatch(/^https:\/\/www\.example\.org\/articles\/a\d$/)
      expect(findText(entry, 'title')).toBe('政协召开会议')
      expect(findText(entry, 'updated')).toMatch(rfc3339)
      expect(findText(entry, 'published')).toMatch(rfc3339)
      const alternates = findElements(entry, 'link').filter((link) => link.getAttribute('rel') === 'alternate')
      expect(alternates.map((link) => link.getAttribute('href'))).toEqual([findText(entry, 'id')])
      expect(findElements(entry, 'content')[0]?.getAttribute('type')).toBe('html')
      expect(findText(entry, 'content')).toContain('<h2 id="h1">一、总体要求</h2>')
      expect(findElements(entry, 'category')[0]?.getAttribute('term')).toBe('minsheng')
      expect(entry.getAttribute('xml:lang')).toBe('zh-Hans-CN')
    }
  })

  it('gives every file as an enclosure with its size', () => {
    const entry = findElements(read(), 'entry')[0]
    const enclosures = (entry ? findElements(entry, 'link') : []).filter((link) => link.getAttribute('rel') === 'enclosure')
    expect(enclosures.map((link) => [link.getAttribute('type'), link.getAttribute('length')])).toEqual([
      ['video/mp4', '2048'],
      ['audio/mpeg', '2048'],
      ['application/pdf', '1258291'],
    ])
  })

  it('takes the latest change as its own, whatever offset it was written with', () => {
    const articles = [
      feedArticle({ updatedAt: '2024-11-29T01:00:00+08:00' }),
      feedArticle({ updatedAt: '2024-11-28T18:00:00Z' }),
      feedArticle({ updatedAt: '2024-11-29T01:30:00+08:00' }),
    ]
    expect(findText(read({ articles }), 'updated')).toBe('2024-11-28T18:00:00Z')
  })

  it('is valid without any article', () => {
    expect(findText(read({ articles: [] }), 'updated')).toBe('2024-01-01T00:00:00+08:00')
  })

  it.each(hostileTitles)('survives %j in every text', (written, expected) => {
    const article = feedArticle({
      title: written,
      summary: written,
      topics: [{ slug: 't', name: written }],
      authors: [{ name: written, role: null }],
    })
    const entry = findElements(read({ title: written, articles: [article] }), 'entry')[0]
    expect(entry && findText(entry, 'title')).toBe(expected)
    expect(entry && findText(entry, 'summary')).toBe(expected)
    expect(entry && findText(entry, 'name')).toBe(expected)
    expect(entry && findElements(entry, 'category')[0]?.getAttribute('label')).toBe(expected)
  })
})
