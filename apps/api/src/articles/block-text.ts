import type { ListItem, StoredBlock } from '@gazette/schema/block'
import type { Span } from '@gazette/schema/span'

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')

const itemTexts = (items: readonly ListItem[]): string[] => items.flatMap(({ spans, items: below }) => [textOf(spans), ...itemTexts(below)])

const figureTexts = ({ alt, caption, credit }: { alt: string; caption: string | null; credit: string | null }): (string | null)[] => [
  caption ?? alt,
  credit,
]

const textsOf = (block: StoredBlock): (string | null)[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [textOf(block.spans)]
    case 'list':
      return itemTexts(block.items)
    case 'quote':
      return [textOf(block.spans), block.attribution]
    case 'table':
      return [block.caption, ...block.rows.flatMap((row) => row.map(({ spans }) => textOf(spans)))]
    case 'callout':
      return [block.title, textOf(block.spans)]
    case 'image':
      return figureTexts(block)
    case 'gallery':
      return [block.caption, ...block.items.flatMap(figureTexts)]
    case 'video':
    case 'audio':
      return [block.caption, block.transcript]
    case 'file':
    case 'embed':
      return [block.title]
    case 'divider':
      return []
  }
}

/** Everything a person can read in a body, one text for each paragraph, cell, entry and caption, in order. */
export const blockTexts = (blocks: readonly StoredBlock[]): string[] =>
  blocks.flatMap(textsOf).filter((text): text is string => text !== null && text.trim() !== '')
