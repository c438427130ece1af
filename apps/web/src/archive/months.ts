export type Month = { year: number; month: number }

/** The days a month spans, half-open: `from` is its first day, `to` the first day after it. */
export const monthRange = ({ year, month }: Month): { from: string; to: string } => {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  const firstDay = (day: Month) => `${day.year}-${String(day.month).padStart(2, '0')}-01`
  return { from: firstDay({ year, month }), to: firstDay(next) }
}

/** The months before and after, as far as they lie between the oldest and the newest day (`YYYY-MM-DD`). */
export const neighbourMonths = (month: Month, { oldest, newest }: { oldest: string; newest: string }) => {
  const step = (by: 1 | -1): Month | null => {
    const index = month.year * 12 + month.month - 1 + by
    const found = { year: Math.floor(index / 12), month: (index % 12) + 1 }
    const { from, to } = monthRange(found)
    return oldest < to && newest >= from ? found : null
  }
  return { earlier: step(-1), later: step(1) }
}

/** The month named by two address segments (`2024`, `07`), or null when they name none. */
export const parseMonth = (year: unknown, month: unknown): Month | null =>
  typeof year === 'string' && typeof month === 'string' && /^(19|20)\d{2}$/.test(year) && /^(0[1-9]|1[0-2])$/.test(month)
    ? { year: Number(year), month: Number(month) }
    : null

/** Years from the newest to the oldest day (`YYYY-MM-DD`), each with its months, newest first. */
export const listMonths = (oldest: string, newest: string): { year: number; months: number[] }[] => {
  const [firstYear = 0, firstMonth = 1] = oldest.split('-').map(Number)
  const [lastYear = 0, lastMonth = 12] = newest.split('-').map(Number)
  return Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, offset) => {
    const year = lastYear - offset
    const from = year === firstYear ? firstMonth : 1
    const to = year === lastYear ? lastMonth : 12
    return { year, months: Array.from({ length: to - from + 1 }, (__, index) => to - index) }
  })
}
