import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ParsedArticle } from './parsed-article.ts'
import { importText } from './read-fixture.ts'
import { toHan } from './text-shape.ts'

const words =
  '会议代表委员协商民主监督参政议政调研报告提案社区群众发展改革创新服务基层治理文化教育医疗生态环境保护乡村振兴打印关闭分享字体大中小'
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 12, maxLength: 60 })
  .chain((characters) =>
    fc.constantFrom('。', '！', '；').map((mark) => `${characters.join('').slice(0, 8)}，${characters.join('').slice(8)}${mark}`),
  )
const short = fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 14 }).map((characters) => characters.join(''))
const indent = fc.constantFrom('', '　　', '&nbsp;&nbsp;', '\n    ')
const inline = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `<span style="font-size:16px">${text}</span>`,
  (text) => `<strong>${text.slice(0, 3)}</strong>${text.slice(3)}`,
  (text) => `<a href="/x.html">${text.slice(0, 2)}</a>${text.slice(2)}`,
  (text) => `${text.slice(0, 4)}<script>var 脚本 = 1</script>${text.slice(4)}`,
)
const paragraph = fc.tuple(indent, inline, sentence).map(([space, mark, text]) => ({ text, html: `<p>${space}${mark(text)}</p>` }))
const heading = short.map((text) => ({ text, html: `<p><strong>${text}</strong></p>` }))
const cells = fc.array(short, { minLength: 4, maxLength: 4 }).map(([a = '', b = '', c = '', d = '']) => ({
  text: a + b + c + d,
  html: `<table><tr><td>${a}</td><td>${b}</td></tr><tr><td>${c}</td><td>${d}</td></tr></table>`,
}))
const list = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((items) => ({ text: items.join(''), html: `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` }))
const empty = fc.constant({ text: '', html: '<p>&nbsp;</p>' })
const body = fc
  .tuple(paragraph, fc.array(fc.oneof({ weight: 5, arbitrary: paragraph }, heading, cells, list, empty), { maxLength: 12 }), paragraph)
  .map(([first, middle, last]) => [first, ...middle, last])

const facts = '<div class="info">发布日期：2024-11-28 10:20　来源：江城日报　字体：[大 中 小]　浏览次数：12</div>'
const furniture =
  '<div>分享到：<a href="javascript:void(0)">微信</a> 0</div><p>【<a href="javascript:window.print()">打印本页</a>】【<a href="#">关闭本页</a>】</p>'
const shapes: ((inner: string) => string)[] = [
  (inner) =>
    `<h1>标题在此</h1>${facts}<div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">${inner}<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div>${furniture}`,
  (inner) => `<h1>标题在此</h1>${facts}<div class="TRS_Editor">${inner}</div>${furniture}`,
  (inner) =>
    `<div class="nav"><a href="/">首页</a></div><div><h1>标题在此</h1>${facts}<div class="x1">${inner}</div>${furniture}</div><div class="footer">版权所有</div>`,
  (inner) => `<div><h1>标题在此</h1>${facts}${inner}${furniture}</div>`,
  (inner) => `<table><tr><td>${'<a href="/a">栏目</a>'.repeat(5)}</td><td><h1>标题在此</h1>${facts}${inner}</td></tr></table>${furniture}`,
]

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join('')
  if (typeof value !== 'object' || value === null) return ''
  return 'text' in value && typeof value.text === 'string' ? value.text : Object.values(value).map(textOf).join('')
}

const bodyHan = ({ content }: ParsedArticle) => toHan(textOf(content.body))

it('keeps every Han character of the text and adds none, whatever page is around it', () => {
  fc.assert(
    fc.property(body, fc.constantFrom(...shapes), (blocks, shape) => {
      const html = `<html><head><title>标题在此_江城网</title></head><body>${shape(blocks.map((block) => block.html).join('\n'))}</body></html>`
      expect(bodyHan(importText(html))).toBe(toHan(blocks.map((block) => block.text).join('')))
    }),
    { numRuns: 150, seed: 20241128 },
  )
})

it('keeps every Han character of copied text', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), fc.constantFrom('', '　　', '\u00a0'), (lines, space) => {
      const text = `当前位置:首页>要闻\n\n标题在此\n发布日期:2024-11-28字体:[ ]\n\n${lines.map((line) => `${space}${line}`).join('\n\n')}\n\n分享到:\n0\n【打印本页】【关闭本页】`
      expect(bodyHan(importText(text, 'a.txt'))).toBe(toHan(lines.join('')))
    }),
    { numRuns: 100, seed: 20241128 },
  )
})
