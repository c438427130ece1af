import { describe, expect, it } from 'vitest'
import { parseImport } from './import-page.ts'
import { describeBody, importText, listCodes } from './read-fixture.ts'

const prose = '<p>会议指出，要坚持问题导向，深入一线调查研究，提出务实管用的意见建议，推动各项工作落到实处。</p>'
const page = (body: string, head = '', info = '发布时间：2024-11-28 10:20　来源：江城日报') =>
  `<html><head><meta charset="utf-8"><title>市政协召开主席会议_江城政协网</title>${head}</head><body><h1>市政协召开主席会议</h1><div class="info">${info}</div><div class="c">${prose}${body}</div></body></html>`

const importPage = (html: string, more: { baseUrl?: string; now?: Date } = {}) =>
  parseImport({ bytes: new TextEncoder().encode(html), fileName: 'a.html', timeZone: 'Asia/Shanghai', format: 'page', ...more })

describe('addresses', () => {
  it('resolves links and images against the address the page was fetched from', () => {
    const article = importPage(page('<p>见<a href="../x.html">附表说明</a>，特此通知。</p><p><img src="./1.jpg"></p>'), {
      baseUrl: 'https://a.example/zx/2024/1.html',
    })
    expect(JSON.stringify(article.content.body)).toContain('"href":"https://a.example/zx/x.html"')
    expect(article.media[0]).toMatchObject({ url: 'https://a.example/zx/2024/1.jpg', foundUrl: './1.jpg' })
    expect(article.legacyUrl).toBe('https://a.example/zx/2024/1.html')
  })

  it('drops a relative link of a page that does not say where it stood, keeps its text, and reports both', () => {
    const article = importPage(page('<p>见<a href="../x.html">附表说明</a>，特此通知。</p>'))
    expect(describeBody(article)[1]).toBe('见附表说明，特此通知。')
    expect(listCodes(article)).toEqual(expect.arrayContaining(['unresolved-link', 'no-address']))
  })

  it('takes the address from meta Url before canonical, og:url and comments', () => {
    const head = '<link rel="canonical" href="https://b.example/2.html"><meta name="URL" content="/1.html">'
    expect(importPage(page('', head)).legacyUrl).toBe('https://b.example/1.html')
  })
})

describe('dates', () => {
  it('takes the time of PubDate when only the day is shown', () => {
    const { content } = importPage(page('', '<meta name="PUBDATE" content="2024-11-28 10:20:30">', '发布时间：2024-11-28'))
    expect(content).toMatchObject({ publishedAt: '2024-11-28T10:20:30+08:00', publishedPrecision: 'second' })
  })

  it('takes the shown day where PubDate names another, and says so', () => {
    const article = importPage(page('', '<meta name="PubDate" content="2024-11-30 10:20">'))
    expect(article.content.publishedAt).toBe('2024-11-28T10:20:00+08:00')
    expect(listCodes(article)).toContain('date-conflict')
  })

  it('refuses a date in the future', () => {
    const article = importPage(page(''), { now: new Date('2024-01-01T00:00:00Z') })
    expect(article.content.publishedAt).toBeNull()
    expect(listCodes(article)).toEqual(expect.arrayContaining(['future-date', 'no-date']))
  })

  it('guesses from the address when the page has none, and reports the guess', () => {
    const article = importPage(page('', '', '来源：江城日报'), { baseUrl: 'https://a.example/art/2016/11/22/art_1_2.html' })
    expect(article.content).toMatchObject({ publishedAt: '2016-11-22T00:00:00+08:00', publishedPrecision: 'day' })
    expect(listCodes(article)).toContain('date-from-address')
  })

  it('is not misled by the clock of the page header', () => {
    const html = page('', '', '来源：江城日报').replace('<h1>', '<div>今天是2030年1月1日 星期二</div><h1>')
    expect(importPage(html).content.publishedAt).toBeNull()
  })
})

describe('blocks', () => {
  it('carries an image given as data with its bytes', () => {
    const data = Buffer.alloc(300, 7).toString('base64')
    const [image] = importPage(page(`<p><img src="data:image/png;base64,${data}" alt="会场"></p>`)).media
    expect(image).toMatchObject({ id: 'm1', url: null, mimeType: 'image/png', fileName: 'm1.png' })
    expect(image?.bytes?.length).toBe(300)
  })

  it('has video with its poster, and audio', () => {
    const { content, media } = importPage(page('<video poster="/p.jpg"><source src="/v.mp4"></video><audio src="/a.mp3"></audio>'), {
      baseUrl: 'https://a.example/1.html',
    })
    expect(content.body.map((block) => block.type)).toEqual(['paragraph', 'video', 'audio'])
    expect(media.map(({ kind, url }) => [kind, url])).toEqual([
      ['video', 'https://a.example/v.mp4'],
      ['image', 'https://a.example/p.jpg'],
      ['audio', 'https://a.example/a.mp3'],
    ])
  })

  it('drops neighbours, related links and furniture below the text, and reports each', () => {
    const article = importPage(
      page(
        '<p>责任编辑：王一平</p><p>相关阅读</p><ul><li><a href="/1">一篇报道</a></li></ul><p>上一篇：<a href="/2">另一篇</a></p><p>【打印】【关闭】</p><p>浏览次数：3</p>',
      ),
    )
    expect(article.content.body).toHaveLength(1)
    expect(article.content.editors).toEqual([{ name: '王一平', role: '责任编辑' }])
    expect(listCodes(article)).toEqual(expect.arrayContaining(['related-links', 'neighbour-links', 'furniture', 'editor-line']))
  })

  it('keeps the levels of marked-up headings, the highest becoming 2, and reads long ones as paragraphs', () => {
    const long =
      '这是一段被编辑放进标题标记里的长文字，它有完整的句子，有标点，显然不是标题，只是为了字号大一些，好让读者看得更清楚，所以按段落处理，不作标题。'
    const { content } = importPage(page(`<h3>一级</h3>${prose}<h5>二级</h5>${prose}<h3>${long}</h3>${prose}${prose}${prose}`))
    expect(content.body.flatMap((block) => (block.type === 'heading' ? [block.level] : []))).toEqual([2, 3])
    expect(describeBody({ content } as ReturnType<typeof importPage>)).toContain(long)
  })

  it('keeps a data table as a table and reads a layout table as its contents', () => {
    const { content } = importPage(
      page(
        `<table><tr><td><p>左栏的一段文字，不是数据。</p></td></tr></table><table><thead><tr><th>甲</th><th>乙</th></tr></thead><tr><td>1</td><td>2</td></tr></table>`,
      ),
    )
    expect(content.body.map((block) => block.type)).toEqual(['paragraph', 'paragraph', 'table'])
    expect(content.body[2]).toMatchObject({ headerRows: 1 })
  })

  it('merges spans set alike and turns a line break inside a paragraph into a line feed', () => {
    const { content } = importPage(page('<p><b>甲</b><b>乙</b>丙<br>丁</p>'))
    expect(content.body[1]).toMatchObject({ spans: [{ text: '甲乙', marks: ['strong'] }, { text: '丙\n丁' }] })
  })
})

it('imports a page given as copied text and as HTML to the same words', () => {
  const html = importText(page(''))
  const copied = importText(`市政协召开主席会议\n发布时间：2024-11-28 10:20　来源：江城日报\n${prose.replace(/<\/?p>/g, '')}`, 'a.txt')
  expect(copied.content).toMatchObject({ title: html.content.title, source: html.content.source, publishedAt: html.content.publishedAt })
  expect(describeBody(copied)).toEqual(describeBody(html))
})
