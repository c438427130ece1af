import type { ListItem } from '@gazette/schema/block'
import type { Span } from '@gazette/schema/span'
import { type BlockDraft, mergeSpans } from './draft-block.ts'

/** Stands in a span for a link that was refused, until everything that judges by links has run. */
export const refusedLink = '#'

const clean = (spans: readonly Span[]): Span[] =>
  mergeSpans(
    spans.map((span) => {
      const { href, ...rest } = span
      return href === refusedLink ? rest : span
    }),
  )

const cleanItems = (items: readonly ListItem[]): ListItem[] =>
  items.map((item) => ({ spans: clean(item.spans), items: cleanItems(item.items) }))

/** A block without the marks of refused links. */
export const dropLinkMarkers = (block: BlockDraft): BlockDraft => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'callout':
      return { ...block, spans: clean(block.spans) }
    case 'list':
      return { ...block, items: cleanItems(block.items) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, spans: clean(cell.spans) }))) }
    default:
      return block
  }
}
