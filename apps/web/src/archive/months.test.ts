import { describe, expect, it } from 'vitest'
import { listMonths, monthRange, neighbourMonths, parseMonth } from './months.ts'

describe('monthRange', () => {
  it('is half-open and passes the turn of the year', () => {
    expect(monthRange({ year: 2024, month: 12 })).toEqual({ from: '2024-12-01', to: '2025-01-01' })
  })
})

describe('neighbourMonths', () => {
  it('passes the turn of the year, and ends with the oldest and the newest article', () => {
    const span = { oldest: '2023-11-05', newest: '2024-02-01' }
    expect(neighbourMonths({ year: 2023, month: 12 }, span)).toEqual({
      earlier: { year: 2023, month: 11 },
      later: { year: 2024, month: 1 },
    })
    expect(neighbourMonths({ year: 2023, month: 11 }, span).earlier).toBeNull()
    expect(neighbourMonths({ year: 2024, month: 2 }, span).later).toBeNull()
  })
})

describe('parseMonth', () => {
  it('reads two segments', () => {
    expect(parseMonth('2024', '07')).toEqual({ year: 2024, month: 7 })
  })

  it.each([
    ['2024', '13'],
    ['2024', '7'],
    ['24', '07'],
    [undefined, '07'],
  ])('refuses %s/%s', (year, month) => {
    expect(parseMonth(year, month)).toBeNull()
  })
})

describe('listMonths', () => {
  it('lists years and months from the newest to the oldest', () => {
    expect(listMonths('2023-11-05', '2024-02-01')).toEqual([
      { year: 2024, months: [2, 1] },
      { year: 2023, months: [12, 11] },
    ])
  })
})
