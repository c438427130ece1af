import type { TableCell } from '@gazette/schema/block'

/** A cell with the place it begins at. `rowSpan` ends with the table at the latest. */
export type PlacedCell = TableCell & { row: number; column: number }

/** Places the cells of a table as HTML does ("forming a table"): a cell takes the first column no cell from above covers. */
export const placeCells = (rows: readonly (readonly TableCell[])[]): PlacedCell[][] => {
  const coveredUntilRow: number[] = []
  return rows.map((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while ((coveredUntilRow[column] ?? 0) > row) column += 1
      const rowSpan = Math.min(cell.rowSpan, rows.length - row)
      const placed = { ...cell, rowSpan, row, column }
      for (let offset = 0; offset < cell.columnSpan; offset += 1) coveredUntilRow[column + offset] = row + rowSpan
      column += cell.columnSpan
      return placed
    })
  })
}

/**
 * Rows of equal length for formats without spans: a cell stands where it begins, places it covers are null.
 * Columns in which no cell begins are left out, so absurd spans stay small.
 */
export const toPlainRows = (rows: readonly (readonly TableCell[])[]): (TableCell | null)[][] => {
  const placed = placeCells(rows)
  const columns = [...new Set(placed.flatMap((cells) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
  const indexOfColumn = new Map(columns.map((column, index) => [column, index]))
  return placed.map((cells) => {
    const plain: (TableCell | null)[] = columns.map(() => null)
    for (const cell of cells) plain[indexOfColumn.get(cell.column) ?? 0] = cell
    return plain
  })
}
