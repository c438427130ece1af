import type { Block, TableCell } from '@gazette/schema/block'
import { words } from '../../site/words.ts'
import { Spans } from './spans.tsx'

type Table = Extract<Block, { type: 'table' }>

const spanOf = (count: number) => (count > 1 ? count : undefined)

const Cell = ({ cell, scope }: { cell: TableCell; scope: 'col' | 'colgroup' | 'row' | 'rowgroup' | null }) => {
  const shared = { colSpan: spanOf(cell.columnSpan), rowSpan: spanOf(cell.rowSpan) }
  const content = <Spans spans={cell.spans} />
  return scope ? (
    <th scope={scope} {...shared}>
      {content}
    </th>
  ) : (
    <td {...shared}>{content}</td>
  )
}

const Rows = ({ block, from, to }: { block: Table; from: number; to: number }) =>
  block.rows.slice(from, to).map((cells, offset) => {
    const row = from + offset
    return (
      <tr key={`${row}:${cells.length}`}>
        {cells.map((cell, column) => {
          const isColumnHeader = row < block.headerRows
          const isRowHeader = !isColumnHeader && column < block.headerColumns
          const scope = isColumnHeader
            ? cell.columnSpan > 1
              ? 'colgroup'
              : 'col'
            : isRowHeader
              ? cell.rowSpan > 1
                ? 'rowgroup'
                : 'row'
              : null
          return <Cell key={`${column}:${cell.spans[0]?.text ?? ''}`} cell={cell} scope={scope} />
        })}
      </tr>
    )
  })

/** A table that scrolls inside its own region, which the keyboard can reach. */
export const TableView = ({ block }: { block: Table }) => (
  // A scrolling region must be focusable to be scrolled without a mouse (WCAG 2.1.1).
  <section className="table" aria-label={block.caption ?? words.table} tabIndex={0}>
    <table>
      {block.caption && <caption>{block.caption}</caption>}
      {block.headerRows > 0 && (
        <thead>
          <Rows block={block} from={0} to={block.headerRows} />
        </thead>
      )}
      <tbody>
        <Rows block={block} from={block.headerRows} to={block.rows.length} />
      </tbody>
    </table>
  </section>
)
