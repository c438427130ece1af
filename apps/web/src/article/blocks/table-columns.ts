import type { TableCell } from '@gazette/schema/block'

/** The column each cell of a table starts in, counted from 0: cells that span rows push later cells to the right. */
export const toColumns = (rows: readonly (readonly TableCell[])[]): number[][] => {
  // For every column, how many rows more it is taken by a cell from above.
  const taken: number[] = []
  return rows.map((cells) => {
    let column = 0
    const starts = cells.map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1
      const start = column
      for (let covered = 0; covered < cell.columnSpan; covered += 1) taken[start + covered] = cell.rowSpan
      column += cell.columnSpan
      return start
    })
    for (let index = 0; index < taken.length; index += 1) taken[index] = Math.max(0, (taken[index] ?? 0) - 1)
    return starts
  })
}
