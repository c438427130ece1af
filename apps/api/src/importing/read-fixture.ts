import { readFileSync } from 'node:fs'
import type { StoredBlock } from '@gazette/schema/block'
import { parseImport } from './import-page.ts'
import type { ParsedArticle } from './parsed-article.ts'

const folder = new URL('../../fixtures/importing/', import.meta.url)

/** The text of a fixture. */
export const readFixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** Imports a fixture as the command line does. */
export const importFixture = (name: string): ParsedArticle =>
  parseImport({ bytes: readFileSync(new URL(name, folder)), fileName: name, timeZone: 'Asia/Shanghai', format: 'auto' })

/** Imports text given in the test. */
export const importText = (text: string, fileName = 'page.html', timeZone = 'Asia/Shanghai'): ParsedArticle =>
  parseImport({ bytes: new TextEncoder().encode(text), fileName, timeZone, format: 'auto' })

const toText = (spans: readonly { text: string }[]) => spans.map((span) => span.text).join('')

/** A block in one line, for comparing whole bodies. */
export const describeBlock = (block: StoredBlock): string => {
  switch (block.type) {
    case 'paragraph':
      return toText(block.spans)
    case 'heading':
      return `${'#'.repeat(block.level)} ${toText(block.spans)}`
    case 'quote':
      return `> ${toText(block.spans)}`
    case 'image':
      return `![${block.alt}](${block.media.id}) ${block.caption ?? ''} | ${block.credit ?? ''}`
    case 'file':
      return `[${block.title}](${block.media.id})`
    case 'list':
      return block.items
        .map((item) => `- ${toText(item.spans)}${item.items.map((inner) => ` -- ${toText(inner.spans)}`).join('')}`)
        .join(' ')
    default:
      return block.type
  }
}

/** The whole body, a line a block. */
export const describeBody = ({ content }: ParsedArticle): string[] => content.body.map(describeBlock)

/** Codes of the report, each once. */
export const listCodes = ({ report }: ParsedArticle): string[] => [...new Set(report.map((entry) => entry.code))]
