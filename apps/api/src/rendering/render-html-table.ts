import type { TableBlock } from '@gazette/schema/block'
import type { z } from 'zod'
import { renderAttributes } from './escape-html.ts'
import { renderHtmlSpans, renderHtmlText } from './render-html-spans.ts'
import type { RenderOptions } from './safe-url.ts'
import { type PlacedCell, placeCells } from './table-grid.ts'

type Table = z.infer<typeof TableBlock>

const scopeOf = ({ row, column, columnSpan, rowSpan }: PlacedCell, { headerRows, headerColumns }: Table): string | null => {
  if (row < headerRows) return columnSpan > 1 ? 'colgroup' : 'col'
  if (column < headerColumns) return rowSpan > 1 ? 'rowgroup' : 'row'
  return null
}

const renderCell = (cell: PlacedCell, table: Table, options: RenderOptions): string => {
  const scope = scopeOf(cell, table)
  const element = scope === null ? 'td' : 'th'
  const attributes = {
    scope,
    colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
  }
  return `<${element}${renderAttributes(attributes)}>${renderHtmlSpans(cell.spans, options)}</${element}>`
}

/** A table with its caption; header cells say what they head (`scope`). */
export const renderHtmlTable = (table: Table, options: RenderOptions): string => {
  const rows = placeCells(table.rows)
  const rendered = rows.map((cells) => `<tr>${cells.map((cell) => renderCell(cell, table, options)).join('')}</tr>`)
  const reachesBody = rows
    .slice(0, table.headerRows)
    .flat()
    .some(({ row, rowSpan }) => row + rowSpan > table.headerRows)
  // A row group cuts the spans that leave it (HTML, "forming a table"), and the rows below would shift.
  const headCount = reachesBody ? 0 : Math.min(table.headerRows, rows.length)
  const head = rendered.slice(0, headCount)
  const body = rendered.slice(headCount)
  return [
    '<table>',
    table.caption ? `<caption>${renderHtmlText(table.caption)}</caption>` : '',
    head.length > 0 ? `<thead>${head.join('')}</thead>` : '',
    body.length > 0 ? `<tbody>${body.join('')}</tbody>` : '',
    '</table>',
  ].join('')
}
