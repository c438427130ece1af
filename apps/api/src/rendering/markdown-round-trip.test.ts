import type { Block } from '@gazette/schema/block'
import { Mark, type Span } from '@gazette/schema/span'
import fc from 'fast-check'
import markdownIt, { type Token } from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render-markdown.ts'

// An implementation of CommonMark and GFM tables that shares no code with the writer.
const parser = markdownIt({ html: true })

type Run = { text: string; marks: string[]; href: string | null }

const openings: Record<string, Mark> = { strong_open: 'strong', em_open: 'emphasis', s_open: 'strike' }
const closings: Record<string, Mark> = { strong_close: 'strong', em_close: 'emphasis', s_close: 'strike' }
const elements: Record<string, Mark> = { u: 'underline', sub: 'subscript', sup: 'superscript', code: 'code' }

const merge = (runs: readonly Run[]): Run[] => {
  const merged: Run[] = []
  for (const { text, marks, href } of runs) {
    const run = { text, marks: [...new Set(marks)].sort(), href }
    const last = merged.at(-1)
    if (last && last.href === run.href && last.marks.join() === run.marks.join()) last.text += text
    else if (text !== '') merged.push(run)
  }
  return merged
}

const runsOfInline = (tokens: readonly Token[]): Run[] => {
  const marks: string[] = []
  let href: string | null = null
  const runs: Run[] = []
  const push = (text: string, ...more: string[]) => runs.push({ text, marks: [...marks, ...more], href })
  const close = (mark: string | undefined) => marks.splice(marks.lastIndexOf(mark ?? ''), 1)
  for (const token of tokens) {
    const opening = openings[token.type]
    const closing = closings[token.type]
    const element = /^<(\/?)([a-z]+)>$/.exec(token.type === 'html_inline' ? token.content : '')
    if (opening) marks.push(opening)
    else if (closing) close(closing)
    else if (token.type === 'link_open') href = String(token.attrGet('href'))
    else if (token.type === 'link_close') href = null
    else if (token.type === 'code_inline') push(token.content, 'code')
    else if (token.type === 'hardbreak' || element?.[2] === 'br') push('\n')
    else if (element) element[1] === '' ? marks.push(elements[element[2] ?? ''] ?? 'unknown') : close(elements[element[2] ?? ''])
    else if (token.type === 'text' || token.type === 'text_special') push(token.content)
    else throw new Error(`unexpected ${token.type} ${token.content}`)
  }
  return merge(runs)
}

/** Block structure (names of the tokens) and inline runs of a Markdown document. */
const read = (markdown: string) => {
  const tokens = parser.parse(markdown, {})
  return {
    structure: tokens.filter(({ type }) => type.endsWith('_open') || !/_close$|inline/.test(type)).map(({ type }) => type),
    inlines: tokens.filter(({ type }) => type === 'inline').map(({ children }) => runsOfInline(children ?? [])),
  }
}

const expected = (spans: readonly Span[]): Run[] =>
  merge(
    spans.map(({ text, marks = [], href }) => ({
      text: marks.includes('code') ? text.replaceAll('\n', ' ') : text,
      marks: [...marks],
      href: href ?? null,
    })),
  )

const letters = [...'中文字会议，。“”（）《》、：abcXYZ019']
const syntax = [
  ...'*_#`|[]()<>!~\\&-+=.:"\'$%^{}/@',
  '1.',
  '1)',
  '- ',
  '# ',
  '> ',
  '---',
  '```',
  '~~',
  '**',
  '&amp;',
  '<b>',
  'http://a.cn',
  'a@b.cn',
  '![x](y)',
  '😀',
  '[^1]',
  '[x]',
]
const solid = fc
  .array(fc.constantFrom(...letters, ...letters, ...syntax), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').trim() || '字')
const content = fc
  .tuple(solid, fc.constantFrom('', ' ', '\n', '  ', '\u3000'), solid)
  .map(([before, between, after]) => before + between + after)
const marks = fc.uniqueArray(fc.constantFrom(...Mark.options), { maxLength: 3 })
const href = fc.constantFrom('https://example.org/a_b_(c)?d=*&e=1', '/articles/a1', 'mailto:a@example.org')
const span: fc.Arbitrary<Span> = fc.record({ text: content, marks, href }, { requiredKeys: ['text'] })
const spans = fc.array(span, { minLength: 1, maxLength: 4 })

describe('renderMarkdown, read back by another implementation', () => {
  const roundTrip = (toBlock: (spans: Span[]) => Block, structure: string[], seen = (value: Span[]) => value) =>
    fc.assert(
      fc.property(spans, (value) => {
        expect(read(renderMarkdown([toBlock(value)]))).toEqual({ structure, inlines: [expected(seen(value))] })
      }),
      { numRuns: 300 },
    )

  it('keeps every character, mark and link of a paragraph', () => {
    roundTrip((value) => ({ type: 'paragraph', id: 'p', spans: value }), ['paragraph_open'])
  })

  it('keeps those of a quotation and of a callout', () => {
    const structure = ['blockquote_open', 'paragraph_open']
    roundTrip((value) => ({ type: 'quote', id: 'q', spans: value, attribution: null }), structure)
    roundTrip((value) => ({ type: 'callout', id: 'c', tone: 'note', title: null, spans: value }), structure)
  })

  it('keeps those of a list item', () => {
    const toBlock = (value: Span[]): Block => ({ type: 'list', id: 'l', ordered: false, items: [{ spans: value, items: [] }] })
    roundTrip(toBlock, ['bullet_list_open', 'list_item_open', 'paragraph_open'])
  })

  it('keeps those of a heading on one line', () => {
    const onOneLine = (value: Span[]) => value.map((one) => ({ ...one, text: one.text.replaceAll('\n', ' ') }))
    roundTrip((value) => ({ type: 'heading', id: 'h', level: 3, spans: onOneLine(value) }), ['heading_open'], onOneLine)
  })

  it('keeps those of a table cell, pipes and line breaks included', () => {
    const toBlock = (value: Span[]): Block => ({
      type: 'table',
      id: 't',
      caption: null,
      headerRows: 1,
      headerColumns: 0,
      rows: [[{ spans: value, columnSpan: 1, rowSpan: 1 }]],
    })
    roundTrip(toBlock, ['table_open', 'thead_open', 'tr_open', 'th_open'])
  })

  it('tells neighbouring lists, tables without a header and empty cells apart', () => {
    const list = (id: string): Block => ({ type: 'list', id, ordered: false, items: [{ spans: [{ text: id }], items: [] }] })
    const cell = (text: string) => ({ spans: [{ text }], columnSpan: 1, rowSpan: 1 })
    const table: Block = { type: 'table', id: 't', caption: null, headerRows: 0, headerColumns: 0, rows: [[cell('')], [cell('乙')]] }
    const item = ['bullet_list_open', 'list_item_open', 'paragraph_open']
    const body = ['tbody_open', 'tr_open', 'td_open', 'tr_open', 'td_open']
    expect(read(renderMarkdown([list('a'), list('b'), table])).structure.filter((type) => type !== 'html_block')).toEqual([
      ...item,
      ...item,
      'table_open',
      'thead_open',
      'tr_open',
      'th_open',
      ...body,
    ])
  })
})
