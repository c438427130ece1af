/** A number to show, or a gap between numbers. */
export type PageStep = number | 'gap'

/** The numbers worth showing: first, last, the current one and its neighbours. A gap never hides a single page. */
export const listPageNumbers = (current: number, count: number): PageStep[] => {
  const wanted = [...new Set([1, 2, current - 1, current, current + 1, count - 1, count])]
    .filter((number) => number >= 1 && number <= count)
    .sort((a, b) => a - b)
  return wanted.flatMap((number, index): PageStep[] => {
    const skipped = number - (wanted[index - 1] ?? 0) - 1
    if (skipped === 0) return [number]
    return skipped === 1 ? [number - 1, number] : ['gap', number]
  })
}

/** How many pages a list has; at least one. */
export const countPages = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize))

/** The page asked for: 1 without a parameter, null when it is not a page number. */
export const parsePageNumber = (value: string | string[] | undefined): number | null => {
  if (value === undefined) return 1
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null
}
