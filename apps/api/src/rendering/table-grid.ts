import type { TableCell } from '@gazette/schema/block'

/** A cell with the place it begins at. `rowSpan` ends with the table at the latest. */
export type PlacedCell = TableCell & { row: number; column: number }

/** Columns a cell from above covers, up to and without `end`, in the rows before `untilRow`. */
type Cover = { start: number; end: number; untilRow: number }

// Far more than any real table needs for its alignment.
const alignedPlacesMaximum = 100_000

/** Places the cells of a table as HTML does ("forming a table"): a cell takes the first column no cell from above covers. */
export const placeCells = (rows: readonly (readonly TableCell[])[]): PlacedCell[][] => {
  let covers: Cover[] = []
  return rows.map((cells, row) => {
    const active = covers.filter(({ untilRow }) => untilRow > row)
    let next = 0
    let column = 0
    const placed = cells.map((cell) => {
      for (let cover = active[next]; cover && cover.start <= column; cover = active[next]) {
        column = Math.max(column, cover.end)
        next += 1
      }
      const at = { ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - row), row, column }
      column += cell.columnSpan
      return at
    })
    const added = placed.map((cell) => ({ start: cell.column, end: cell.column + cell.columnSpan, untilRow: row + cell.rowSpan }))
    covers = [...active, ...added].toSorted((a, b) => a.start - b.start)
    return placed
  })
}

/**
 * Rows of equal length for formats without spans: a cell stands where it begins, places it covers are null.
 * Columns in which no cell begins are left out, and a table that spans would blow up beyond all measure is not aligned.
 */
export const toPlainRows = (rows: readonly (readonly TableCell[])[]): (TableCell | null)[][] => {
  const placed = placeCells(rows)
  const starts = [...new Set(placed.flatMap((cells) => cells.map(({ column }) => column)))].toSorted((a, b) => a - b)
  const isAligned = starts.length * rows.length <= alignedPlacesMaximum
  const width = isAligned ? starts.length : Math.max(0, ...rows.map(({ length }) => length))
  const indexOfStart = new Map(starts.map((column, index) => [column, index]))
  return placed.map((cells) => {
    const plain = Array.from({ length: width }, (): TableCell | null => null)
    for (const [index, cell] of cells.entries()) plain[isAligned ? (indexOfStart.get(cell.column) ?? 0) : index] = cell
    return plain
  })
}
