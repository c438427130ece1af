import { Block } from '@gazette/schema/block'
import { describe, expect, it } from 'vitest'
import { render } from '../../testing/markup.ts'
import { exampleArticles } from '../../testing/read-examples.ts'
import { articleWords } from '../article-words.ts'
import { BlockView } from './block-view.tsx'
import { toColumns } from './table-columns.ts'

const blocks = [...exampleArticles.values()].flatMap(({ body }) => body)
const labels = articleWords('zh-Hans-CN')
const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({ spans: [{ text }], columnSpan, rowSpan })

describe('BlockView', () => {
  it('has an example of every type of block', () => {
    const known = Block.options.map((option) => option.shape.type.value)
    expect(known.filter((type) => !blocks.some((block) => block.type === type))).toEqual([])
  })

  it('gives every image a text alternative, and a place before it arrives', () => {
    for (const block of blocks.filter(({ type }) => type === 'image' || type === 'gallery')) {
      for (const image of render(<BlockView labels={labels} block={block} />).match(/<img[^>]*>/g) ?? []) {
        expect(image).toContain('alt="')
        expect(image).toMatch(/width="\d+" height="\d+"/)
      }
    }
  })

  it('asks nothing of another site before the reader does', () => {
    for (const block of blocks.filter(({ type }) => type === 'embed')) {
      expect(render(<BlockView labels={labels} block={block} />)).not.toMatch(/<(iframe|img|script|link)/)
    }
  })

  it('never starts a recording by itself', () => {
    for (const block of blocks.filter(({ type }) => type === 'video' || type === 'audio')) {
      const markup = render(<BlockView labels={labels} block={block} />)
      expect(markup).not.toContain('autoplay')
      expect(markup).toContain('preload="none"')
    }
  })

  it('nests marks in the order they are given', () => {
    const markup = render(
      <BlockView labels={labels} block={{ type: 'paragraph', id: 'a', spans: [{ text: 'x', marks: ['strong', 'emphasis'] }] }} />,
    )
    expect(markup).toBe('<p><strong><em>x</em></strong></p>')
  })

  it('breaks lines where the text has line feeds', () => {
    expect(render(<BlockView labels={labels} block={{ type: 'paragraph', id: 'a', spans: [{ text: '甲\n乙' }] }} />)).toBe(
      '<p class="lines">甲<br/>乙</p>',
    )
  })

  it('names a callout in the language of its article', () => {
    const block = { type: 'callout' as const, id: 'a', tone: 'note' as const, title: null, spans: [{ text: 'x' }] }
    expect(render(<BlockView labels={articleWords('en')} block={block} />)).toContain('>Note<')
    expect(render(<BlockView labels={labels} block={block} />)).toContain('>说明<')
  })

  it('names the language of a foreign run', () => {
    const markup = render(
      <BlockView labels={labels} block={{ type: 'paragraph', id: 'a', spans: [{ text: 'gazette', language: 'en' }] }} />,
    )
    expect(markup).toBe('<p><span lang="en">gazette</span></p>')
  })

  it('gives nothing away to the site an outer link leads to', () => {
    const markup = render(
      <BlockView labels={labels} block={{ type: 'paragraph', id: 'a', spans: [{ text: 'x', href: 'https://example.net/' }] }} />,
    )
    expect(markup).toContain('rel="noopener noreferrer external"')
  })

  it('keeps row headers in their column where cells span rows', () => {
    const markup = render(
      <BlockView
        labels={labels}
        block={{
          type: 'table',
          id: 'a',
          caption: null,
          headerRows: 0,
          headerColumns: 2,
          rows: [
            [cell('甲', 1, 2), cell('子'), cell('1')],
            [cell('丑'), cell('2')],
          ],
        }}
      />,
    )
    expect(markup).toContain('<th scope="rowgroup" rowSpan="2">甲</th>')
    expect(markup).toContain('<th scope="row">丑</th><td>2</td>')
  })
})

describe('toColumns', () => {
  it('counts columns past cells that reach down and across', () => {
    expect(toColumns([[cell('a', 2, 2), cell('b')], [cell('c')], [cell('d'), cell('e'), cell('f')]])).toEqual([[0, 2], [2], [0, 1, 2]])
  })
})
