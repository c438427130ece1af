import type { TableCell } from '@gazette/schema/block'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeCells, toPlainRows } from './table-grid.ts'

const cell = (columnSpan = 1, rowSpan = 1): TableCell => ({ spans: [], columnSpan, rowSpan })

/** The algorithm of HTML, place by place. */
const placeSlowly = (rows: readonly (readonly TableCell[])[]): number[][] => {
  const taken = new Set<string>()
  return rows.map((cells, row) => {
    let column = 0
    return cells.map(({ columnSpan, rowSpan }) => {
      while (taken.has(`${row},${column}`)) column += 1
      const start = column
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${row + down},${start + right}`)
      }
      column += columnSpan
      return start
    })
  })
}

describe('placeCells', () => {
  it('begins each cell where HTML begins it, whatever the spans', () => {
    const span = fc.integer({ min: 1, max: 4 })
    const table = fc.array(
      fc.array(
        fc.tuple(span, span).map(([columns, rows]) => cell(columns, rows)),
        { maxLength: 5 },
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(table, (rows) => {
        expect(placeCells(rows).map((cells) => cells.map(({ column }) => column))).toEqual(placeSlowly(rows))
      }),
    )
  })

  it('ends a cell with the table', () => {
    expect(placeCells([[cell(1, 65_534)], [cell()]])[0]?.[0]?.rowSpan).toBe(2)
  })
})

describe('toPlainRows', () => {
  it('keeps rows equally long and cells under each other', () => {
    expect(
      toPlainRows([
        [cell(2), cell()],
        [cell(), cell(), cell()],
      ]).map((row) => row.map((one) => one !== null)),
    ).toEqual([
      [true, false, true],
      [true, true, true],
    ])
  })

  it('stays small with the largest spans the contract allows', () => {
    const rows = Array.from({ length: 500 }, () => Array.from({ length: 20 }, () => cell(1000, 65_534)))
    expect(toPlainRows(rows).map(({ length }) => length)).toEqual(rows.map(() => 20))
  })
})
