import { ArticleContent } from '@gazette/schema/article-content'
import { describe, expect, it } from 'vitest'
import { describeBody, importFixture, importText, listCodes } from './read-fixture.ts'

const wrap = (body: string) =>
  `<html><head><meta charset="utf-8"><title>恶意页面的标题测试</title></head><body><h1>恶意页面的标题测试</h1><div>${body}</div></body></html>`
const prose = '<p>这是正文的一段话，用来占位，内容并不重要。</p>'
const secondsMax = 20

describe('a hostile page', () => {
  const article = importFixture('hostile.html')

  it('keeps the words and drops everything that acts', () => {
    expect(describeBody(article)).toEqual([
      '这是第一段正文，看似正常的链接应当只留下文字。',
      '这是第二段正文，大小写、数据、旧脚本，都不能点击。',
      '![](m1)  | ',
      '这是第三段正文，图片之后还有文字。',
      '![现场照片](m2)  | ',
      '这是第四段正文，<script>alert(1)</script> 是写出来的文字，不是标记。\ufffd反向',
      '带空格的链接',
    ])
    expect(JSON.stringify(article.content)).not.toMatch(/javascript:|vbscript:|data:|evil\.example|onload|隐藏的关键词|脚本文字|模板文字/i)
    expect(ArticleContent.safeParse({ ...article.content, publishedAt: '2024-01-01T00:00:00+08:00' }).success).toBe(true)
  })

  it('reports each kind of removal, and refuses the impossible date', () => {
    expect(listCodes(article)).toEqual(
      expect.arrayContaining([
        'active-content',
        'control-characters',
        'embedded-object',
        'event-handlers',
        'form-controls',
        'hidden-text',
        'invalid-date',
        'no-date',
        'unsafe-image',
        'unsafe-link',
      ]),
    )
    expect(article.content.publishedAt).toBeNull()
  })
})

describe('pages made to break an importer', () => {
  it.each([
    ['10,000 nested elements', wrap(`${prose}${'<div>'.repeat(10_000)}深处的文字，也要保留。${'</div>'.repeat(10_000)}`), 2],
    ['10,000 nested inline elements', wrap(`${prose}<p>${'<b>'.repeat(10_000)}深处的文字，也要保留。`), 2],
    ['5,000 nested lists', wrap(`${prose}${'<ul><li>'.repeat(5000)}深处`), 2],
    ['3,000 nested tables', wrap(`${'<table><tr><td>'.repeat(3000)}深处的文字，也要保留。`), 1],
    ['a paragraph of 5 MB', wrap(`<p>${'这是一句很长的话，'.repeat(200_000)}</p>`), 1],
    ['300,000 empty paragraphs', wrap(`${prose}${'<p></p>'.repeat(300_000)}${prose}`), 2],
    ['30,000 paragraphs pushed out of a table', wrap(`<table>${'<p>文字，一行。</p>'.repeat(30_000)}</table>`), 30_000],
    ['millions of brackets', wrap(`${prose}<p>${'（'.repeat(500_000)}</p>`), 2],
    ['millions of spaces', wrap(`${prose}<p>${' \u3000'.repeat(300_000)}字</p>`), 2],
    ['a line of dates and labels', wrap(`<p>${'来源：2024-01-01 '.repeat(100_000)}</p>`), 1],
  ])(
    'takes %s',
    (_, html, blocks) => {
      expect(importText(html).content.body).toHaveLength(blocks)
    },
    secondsMax * 1000,
  )

  it.each([
    ['half a million attributes', wrap(`<div ${Array.from({ length: 500_000 }, (_, index) => `a${index}`).join(' ')}>${prose}</div>`)],
    ['200,000 nested elements', wrap('<div>'.repeat(200_000))],
    [
      'formatting that multiplies',
      wrap(`<p>${Array.from({ length: 3000 }, (_, index) => `<font a=${index}>`).join('')}${'<p>字'.repeat(3000)}`),
    ],
  ])(
    'refuses %s in time',
    (_, html) => {
      expect(() => importText(html)).toThrow(expect.objectContaining({ code: 'too-complex' }))
    },
    secondsMax * 1000,
  )

  it.each([
    ['no-content', '<html><head><title>只有标题的页面</title></head><body><h1>只有标题的页面</h1></body></html>'],
    ['no-title', '<html><body><p>只有正文，没有标题，也没有别的，一个字都没有。</p></body></html>'],
    ['unsupported-format', '<?xml version="1.0"?><rss version="2.0"><channel><title>频道</title></channel></rss>'],
    ['unsupported-format', '{"title":"数据"}'],
  ])('fails with %s and a reason in both languages', (code, text) => {
    expect(() => importText(text)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/\p{Script=Han}/u), messageEnglish: expect.any(String) }),
    )
  })
})
