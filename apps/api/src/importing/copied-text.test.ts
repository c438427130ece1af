import { ArticleContent } from '@gazette/schema/article-content'
import { describe, expect, it } from 'vitest'
import { importFixture, importText, listCodes, readFixture } from './read-fixture.ts'
import { toBare, toHan } from './text-shape.ts'

type Expected = {
  fullTitle: string
  title: string
  subtitle: string
  channelTrail: string[]
  publishedOn: string
  authors: string[]
  source: null
  headings: string[]
  paragraphs: number
  firstParagraphStarts: string
  lastParagraphEnds: string
  notInBody: string[]
  reportMentions: string[]
}

const name = 'shangyu-cppcc-2024-11-28'
const expected: Expected = JSON.parse(readFixture(`${name}.expected.json`))
const article = importFixture(`${name}.txt`)
const { content } = article
const textOf = (block: (typeof content.body)[number]) => ('spans' in block ? block.spans.map((span) => span.text).join('') : '')
const paragraphs = content.body.filter((block) => block.type === 'paragraph').map(textOf)
const headings = content.body.filter((block) => block.type === 'heading').map(textOf)

describe('the copied text of a CPPCC portal', () => {
  it('keeps the title as printed, byte for byte, and parts the subtitle at the dash', () => {
    expect(content.fullTitle).toBe(expected.fullTitle)
    expect(content.title).toBe(expected.title)
    expect(content.subtitle).toBe(expected.subtitle)
    expect(content.kicker).toBeNull()
  })

  it('reads the trail that the copy broke over two lines', () => {
    expect(article.trail).toEqual(expected.channelTrail)
  })

  it('publishes at midnight of the zone when only the day is printed', () => {
    expect(content.publishedAt).toBe(`${expected.publishedOn}T00:00:00+08:00`)
    expect(content.publishedPrecision).toBe('day')
  })

  it('reads the author from the signature with a space inside the name', () => {
    expect(content.authors).toEqual(expected.authors.map((author) => ({ name: author, role: null })))
    expect(content.source).toBe(expected.source)
  })

  it('recognises the three headings and keeps the mottos below them as paragraphs', () => {
    expect(headings).toEqual(expected.headings)
    expect(content.body.filter((block) => block.type === 'heading').every((block) => block.level === 2)).toBe(true)
    expect(paragraphs).toContain('商以求同,协以成事。')
  })

  it('has every paragraph, from the first to the last', () => {
    expect(paragraphs).toHaveLength(expected.paragraphs)
    expect(paragraphs[0]?.startsWith(expected.firstParagraphStarts)).toBe(true)
    expect(paragraphs.at(-1)?.endsWith(expected.lastParagraphEnds)).toBe(true)
    expect(content.body).toHaveLength(expected.paragraphs + expected.headings.length)
  })

  it('has the Han characters of the body, none added and none lost', () => {
    const source = readFixture(`${name}.txt`)
    const body = source.slice(source.indexOf(expected.firstParagraphStarts), source.indexOf('(冯 楠)'))
    expect(toHan(content.body.map(textOf).join(''))).toBe(toHan(body))
    expect(toBare(content.body.map(textOf).join(''))).toBe(toBare(body))
  })

  it('has nothing of the page in its body', () => {
    const text = content.body.map(textOf).join('\n')
    for (const furniture of expected.notInBody) expect(text).not.toContain(furniture)
    expect(text).not.toMatch(/^\s|\s$|\u00a0|\u3000/)
  })

  it('reports what is missing, what was left as found and every removal', () => {
    const messages = article.report.map((entry) => entry.messageEnglish).join('\n')
    for (const mention of expected.reportMentions) expect(messages).toContain(mention)
    const removed = article.report.filter((entry) => entry.kind === 'removed').map((entry) => entry.excerpt)
    expect(removed).toEqual(expect.arrayContaining(['分享到:', '0', '【打印本页】【关闭本页】', '(冯 楠)', '发布日期:2024-11-28字体:[ ]']))
    expect(article.report.filter((entry) => entry.code === 'heading-recognised').map((entry) => entry.excerpt)).toEqual(expected.headings)
  })

  it('is content the contract accepts, the same every time', () => {
    expect(ArticleContent.parse(content)).toEqual(content)
    expect(JSON.stringify(importFixture(`${name}.txt`))).toBe(JSON.stringify(article))
  })
})

describe('copied text', () => {
  const prose = '会议指出，要坚持问题导向，深入一线调查研究，提出务实管用的意见建议，推动各项工作落到实处。'

  it('takes the first line as the title when no line of facts follows', () => {
    const plain = importText(`市政协召开主席会议\n\n${prose}\n${prose}`, 'a.txt')
    expect(plain.content.title).toBe('市政协召开主席会议')
    expect(plain.content.body).toHaveLength(2)
    expect(listCodes(plain)).toEqual(expect.arrayContaining(['no-date', 'no-source', 'no-trail']))
  })

  it('reads kicker, title, subtitle and the facts of one line', () => {
    const text = `首页 > 要闻 > 正文\n全市政协系统\n履职为民在路上\n——社区协商纪实\n2023年5月1日 09:30　来源：江城日报　作者：罗昌亮　浏览次数：12\n${prose}\n责任编辑：王一平\n打印 关闭`
    const { content: parsed, trail } = importText(text, 'a.txt')
    expect(parsed).toMatchObject({
      kicker: '全市政协系统',
      title: '履职为民在路上',
      subtitle: '社区协商纪实',
      source: { name: '江城日报', url: null },
      publishedAt: '2023-05-01T09:30:00+08:00',
      publishedPrecision: 'minute',
      authors: [{ name: '罗昌亮', role: null }],
      editors: [{ name: '王一平', role: '责任编辑' }],
    })
    expect(trail).toEqual(['首页', '要闻'])
    expect(parsed.body).toHaveLength(1)
  })
})
