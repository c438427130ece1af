import { readdirSync, readFileSync } from 'node:fs'
import { Block, type StoredBlock } from '@gazette/schema/block'
import { ArticleExample } from '@gazette/schema/example'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { countWords } from './count-words.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderText } from './render-text.ts'
import { media } from './sample-blocks.ts'

const folder = new URL('../../../../packages/schema/examples/articles/', import.meta.url)

const embedMedia = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(embedMedia)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === 'media' || key === 'poster') && inner !== null ? media() : embedMedia(inner),
    ]),
  )
}
const toBlocks = (stored: readonly StoredBlock[]): Block[] => stored.map((block) => Block.parse(embedMedia(block)))

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const voidElements = /<(img|br|hr)([^>]*)>/g

describe('renderings of the example documents', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('carry every word of %s', (name) => {
    const example = ArticleExample.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    const blocks = toBlocks(example.content.body)
    const html = renderHtml(blocks)
    const asXml = html
      .replace(voidElements, '<$1$2/>')
      .replace('<video controls', '<video controls=""')
      .replace('<audio controls', '<audio controls=""')
    const fail = (level: string, message: string) => {
      throw new Error(`${level}: ${message}`)
    }
    const read = letters(
      new DOMParser({ onError: fail }).parseFromString(`<div>${asXml}</div>`, 'text/xml').documentElement?.textContent ?? '',
    )
    const markdown = letters(
      renderMarkdown(blocks).replace(/&#x[0-9A-F]+;/g, (reference) => String.fromCodePoint(Number(`0${reference.slice(2, -1)}`))),
    )
    for (const block of blocks) {
      if (!('spans' in block)) continue
      const words = letters(block.spans.map(({ text }) => text).join(''))
      expect(read).toContain(words)
      expect(letters(renderText([block]))).toContain(words)
      if (block.spans.every(({ marks, href }) => marks === undefined && href === undefined)) expect(markdown).toContain(words)
    }
    expect(countWords(renderText(blocks)).readingMinutes).toBeGreaterThan(0)
  })
})
