import type { TableBlock, TableCell } from '@gazette/schema/block'
import type { PhrasingContent, RootContent, TableRow } from 'mdast'
import type { z } from 'zod'
import { toMarkdownPhrasing, toMarkdownText } from './markdown-phrasing.ts'
import type { RenderOptions } from './safe-url.ts'
import { toPlainRows } from './table-grid.ts'

// A row of a GFM table is one line: breaks inside a cell have only their HTML element.
const onOneLine = (node: PhrasingContent): PhrasingContent => {
  if (node.type === 'break') return { type: 'html', value: '<br>' }
  if (node.type === 'link' || node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
    return { ...node, children: node.children.map(onOneLine) } as PhrasingContent
  }
  return node
}

const toRow = (cells: readonly (TableCell | null)[], options: RenderOptions): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({
    type: 'tableCell',
    children: cell ? toMarkdownPhrasing(cell.spans, options).map(onOneLine) : [],
  })),
})

/** A table as a GFM table under its caption. Spans are spread out; a table without a header row gets an empty one, as GFM asks. */
export const toMarkdownTable = ({ caption, headerRows, rows }: z.infer<typeof TableBlock>, options: RenderOptions): RootContent[] => {
  const plain = toPlainRows(rows)
  const width = plain[0]?.length ?? 0
  const title: RootContent[] = caption
    ? [
        {
          type: 'paragraph',
          children: [{ type: 'emphasis', children: toMarkdownText(caption) }],
        },
      ]
    : []
  if (width === 0) return title
  const withHeader = headerRows > 0 ? plain : [Array.from({ length: width }, () => null), ...plain]
  return [
    ...title,
    {
      type: 'table',
      children: withHeader.map((cells) => toRow(cells, options)),
    },
  ]
}
