import type { TableCell } from '@gazette/schema/block'
import { type Draft, isStrong, toSpansText } from './draft-block.ts'
import { isText, toCellSpans } from './flatten-drafts.ts'
import { getAttribute, type HtmlElement, listElements, toRawText } from './html-tree.ts'
import type { Report } from './report.ts'
import { toLine } from './text-shape.ts'
import type { ConvertElement } from './to-drafts.ts'

type Cell = { element: HtmlElement; header: boolean; columnSpan: number; rowSpan: number; drafts: Draft[] }
type Row = { cells: Cell[]; head: boolean }

const columnSpanMax = 1000
const rowSpanMax = 65_534
const headerRowsMax = 3

const readSpan = (element: HtmlElement, name: string, max: number, report: Report): number => {
  const value = getAttribute(element, name)
  const span = /^\d{1,9}$/.test(value) ? Number(value) : 1
  if (span > max) report.count('clipped-value', 1, `${name}=${value}`)
  // rowspan=0 is the rest of the table (WHATWG); the caller clips it.
  return Math.min(span === 0 && name === 'rowspan' ? max : Math.max(span, 1), max)
}

const listRows = (table: HtmlElement): { row: HtmlElement; head: boolean }[] =>
  table.children.flatMap((child) => {
    if (child.kind !== 'element') return []
    if (child.name === 'tr') return [{ row: child, head: false }]
    if (!/^t(?:head|body|foot)$/.test(child.name)) return []
    return child.children.flatMap((row) => (row.kind === 'element' && row.name === 'tr' ? [{ row, head: child.name === 'thead' }] : []))
  })

const readRows = (table: HtmlElement, convert: ConvertElement, report: Report): Row[] => {
  const rows = listRows(table)
  return rows.map(({ row, head }, index) => ({
    head,
    cells: row.children.flatMap((cell) => {
      if (cell.kind !== 'element' || (cell.name !== 'td' && cell.name !== 'th')) return []
      return [
        {
          element: cell,
          header: cell.name === 'th',
          columnSpan: readSpan(cell, 'colspan', columnSpanMax, report),
          rowSpan: Math.min(readSpan(cell, 'rowspan', rowSpanMax, report), rows.length - index),
          drafts: convert(cell),
        },
      ]
    }),
  }))
}

const hasText = (drafts: readonly Draft[]) => drafts.some(isText)

/** Layout: a single column, a table inside, pictures in a grid, or a few cells that hold whole passages. */
const isLayout = (table: HtmlElement, rows: readonly Row[]): boolean => {
  const cells = rows.flatMap((row) => row.cells)
  if (cells.some((cell) => cell.header) || listElements(table, ({ name }) => name === 'caption').length > 0) return false
  if (rows.every((row) => row.cells.length <= 1)) return true
  if (listElements(table, ({ name }) => name === 'table').length > 0) return true
  const filled = cells.filter((cell) => cell.drafts.length > 0)
  const pictured = cells.filter((cell) => cell.drafts.some((draft) => draft.type === 'image'))
  if (pictured.length > 0 && pictured.length * 3 >= filled.length) return true
  return filled.length <= 2 && filled.some((cell) => cell.drafts.filter(isText).length > 3)
}

const isStrongRow = (row: Row | undefined): boolean =>
  row !== undefined &&
  row.cells.length > 1 &&
  row.cells.every((cell) => cell.drafts.every((draft) => draft.type !== 'text' || isStrong(draft))) &&
  row.cells.some((cell) => hasText(cell.drafts))

const countHeaderRows = (rows: readonly Row[], report: Report): number => {
  const marked = rows.findIndex((row) => !row.head && !(row.cells.length > 0 && row.cells.every((cell) => cell.header)))
  const count = marked === -1 ? Math.min(1, rows.length) : marked
  if (count > 0) return count
  const strong = rows.findIndex((row) => !isStrongRow(row))
  if (strong < 1 || strong > headerRowsMax) return 0
  report.add('header-row-guessed', rows[0]?.cells.map((cell) => toLine(toRawText(cell.element))).join(' | '))
  return strong
}

/** A table as a table block with its spans; a layout table as what is inside, in order; images of cells come after the table. */
export const readTable = (table: HtmlElement, convert: ConvertElement, report: Report): Draft[] => {
  const rows = readRows(table, convert, report)
  const outside = table.children.filter((child) => child.kind === 'element' && child.name === 'caption') as HtmlElement[]
  const caption = outside.map((element) => toLine(toRawText(element))).join(' ')
  const cells = rows.flatMap((row) => row.cells)
  if (cells.every((cell) => cell.drafts.length === 0)) return []
  if (isLayout(table, rows)) {
    report.count('layout-table', 1, toLine(toRawText(table).slice(0, 500)))
    return cells.flatMap((cell) => cell.drafts)
  }
  const moved: Draft[] = []
  const headerRows = countHeaderRows(rows, report)
  const body = rows.slice(headerRows)
  const toCell = (cell: Cell): TableCell => ({
    spans: toCellSpans(cell.drafts, moved, report),
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
  })
  const spanning = cells.some((cell) => cell.rowSpan > 1)
  const converted = rows.map((row) => row.cells.map(toCell)).filter((row) => spanning || row.length > 0)
  const headerColumns = body.length > 0 && body.every((row) => row.cells[0]?.header === true) ? 1 : 0
  if (headerColumns === 0 && converted.every((row) => row.every((cell) => toSpansText(cell.spans) === ''))) return moved
  return [
    {
      type: 'block',
      block: { type: 'table', caption: caption === '' ? null : caption, headerRows, headerColumns, rows: converted },
    },
    ...moved,
  ]
}
