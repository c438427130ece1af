import type { Block, TableCell } from '@gazette/schema/block'
import { words } from '../../site/words.ts'
import { Spans } from './spans.tsx'
import { toColumns } from './table-columns.ts'

type Table = Extract<Block, { type: 'table' }>
type Scope = 'col' | 'colgroup' | 'row' | 'rowgroup'

const spanOf = (count: number) => (count > 1 ? count : undefined)

const scopeOf = (block: Table, cell: TableCell, row: number, column: number): Scope | null => {
  if (row < block.headerRows) return cell.columnSpan > 1 ? 'colgroup' : 'col'
  if (column < block.headerColumns) return cell.rowSpan > 1 ? 'rowgroup' : 'row'
  return null
}

const Cell = ({ cell, scope }: { cell: TableCell; scope: Scope | null }) => {
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

const Rows = ({ block, from, to }: { block: Table; from: number; to: number }) => {
  const columns = toColumns(block.rows)
  return block.rows.slice(from, to).map((cells, offset) => {
    const row = from + offset
    return (
      <tr key={`${row}:${cells.length}`}>
        {cells.map((cell, index) => (
          <Cell key={`${columns[row]?.[index]}:${index}`} cell={cell} scope={scopeOf(block, cell, row, columns[row]?.[index] ?? index)} />
        ))}
      </tr>
    )
  })
}

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
