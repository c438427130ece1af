import type { Span } from '@gazette/schema/span'
import { describe, expect, it } from 'vitest'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { countOf, render, toText } from '../testing/markup.ts'
import { exampleArticles, exampleSite, getExample } from '../testing/read-examples.ts'
import { ArticlePage } from './article-page.tsx'

const frame = { site: exampleSite, channels: [], hasLeavingNotice: true }
const page = (article: ReaderArticle, views = 0) =>
  render(
    <ArticlePage
      frame={frame}
      view={{ kind: 'article', article, related: [], neighbours: { previous: null, next: null }, ageYears: 0, views }}
    />,
  )

const textOf = (spans: Span[]) =>
  spans
    .map(({ text }) => text)
    .join('')
    .replaceAll('\n', '')

describe('ArticlePage', () => {
  it.each([...exampleArticles])('shows %s with every paragraph word for word', (_, article) => {
    const text = toText(page(article))
    for (const block of article.body) {
      if (block.type === 'paragraph') expect(text).toContain(textOf(block.spans))
    }
  })

  it.each([...exampleArticles])('holds the paragraphs of %s once', (_, article) => {
    const text = toText(page(article))
    const paragraphs = article.body.flatMap((block) => (block.type === 'paragraph' ? [textOf(block.spans)] : []))
    for (const paragraph of paragraphs.filter((candidate) => candidate.length > 40)) {
      expect(countOf(text, paragraph)).toBe(paragraphs.filter((other) => other === paragraph).length)
    }
  })

  it.each([...exampleArticles])('has one first-level heading in %s that reads as the full title', (_, article) => {
    const headings = page(article).match(/<h1[^>]*>.*?<\/h1>/gs) ?? []
    expect(headings).toHaveLength(1)
    expect(toText(headings[0] ?? '')).toBe(article.fullTitle)
  })

  it('says that a withdrawn article is withdrawn, why and when, and still shows it', () => {
    const article = getExample('withdrawn')
    const text = toText(page(article))
    expect(text).toContain('本文已撤回')
    expect(text).toContain(article.withdrawal?.reason)
    expect(text).toContain(article.title)
  })

  it('lists a document once: in the text where it stands there, else below', () => {
    const media = { ...getExample('attachments').attachments[0]?.media, id: 'm9' } as ReaderArticle['attachments'][number]['media']
    const article = {
      ...getExample('no-source'),
      attachments: [{ media, title: '表格' }],
      body: [{ type: 'file' as const, id: 'a', media, title: '表格' }],
    }
    expect(countOf(page(article), 'class="file"')).toBe(1)
    expect(countOf(page({ ...article, body: [] }), 'class="file"')).toBe(1)
  })

  it('says its facts in the language of the article', () => {
    const text = toText(page(getExample('english-article')))
    expect(text).toContain('Published: 2022-03-01')
    expect(text).toContain('words, about')
    expect(text).not.toContain('发布日期：')
  })

  it('offers text size, contrast, line spacing and the way back as a form that needs no script', () => {
    const markup = page(getExample('no-source'))
    expect(markup).toContain('action="/preferences/set" method="get"')
    for (const [name, value] of [
      ['text', 'large'],
      ['scheme', 'contrast'],
      ['leading', 'loose'],
      ['reset', '1'],
    ])
      expect(markup).toMatch(new RegExp(`<button type="submit" value="${value}"[^>]* name="${name}"`))
  })

  it('tells how often it was seen once somebody has seen it', () => {
    const fact = (views: number) => page(getExample('no-source'), views).match(/<div[^>]*><dt>浏览/)?.[0]
    expect([fact(0), fact(1200)]).toEqual(['<div hidden=""><dt>浏览', '<div><dt>浏览'])
  })

  it('leaves out what is not known', () => {
    expect(toText(page(getExample('no-source')))).not.toContain('来源')
  })

  it('never lets text become markup', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'
    const article = {
      ...getExample('no-source'),
      title: hostile,
      fullTitle: hostile,
      summary: hostile,
      keywords: [hostile],
      body: [
        { type: 'paragraph' as const, id: 'a', spans: [{ text: hostile }] },
        { type: 'embed' as const, id: 'b', url: 'https://example.net/', title: hostile, provider: hostile },
      ],
    }
    const markup = page(article)
    expect(markup).not.toContain('<script>alert')
    expect(markup).not.toContain('<img src=x')
    expect(toText(markup)).toContain(hostile)
  })
})
