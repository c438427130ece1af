import { describe, expect, it } from 'vitest'
import { countPages, listPageNumbers, parsePageNumber } from './page-numbers.ts'

describe('listPageNumbers', () => {
  it('lists all of a few', () => {
    expect(listPageNumbers(2, 5)).toEqual([1, 2, 3, 4, 5])
  })

  it('leaves gaps in many', () => {
    expect(listPageNumbers(10, 20)).toEqual([1, 2, 'gap', 9, 10, 11, 'gap', 19, 20])
  })

  it('never hides a single page behind a gap', () => {
    for (let count = 1; count <= 30; count += 1) {
      for (let current = 1; current <= count; current += 1) {
        const steps = listPageNumbers(current, count)
        const numbers = steps.filter((step) => step !== 'gap')
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        steps.forEach((step, index) => {
          if (step !== 'gap') return
          expect(Number(steps[index + 1]) - Number(steps[index - 1])).toBeGreaterThan(2)
        })
        expect(numbers).toEqual(expect.arrayContaining([1, current, count]))
      }
    }
  })
})

describe('countPages', () => {
  it('has one page for nothing', () => {
    expect(countPages(0, 20)).toBe(1)
  })

  it('rounds up', () => {
    expect(countPages(41, 20)).toBe(3)
  })
})

describe('parsePageNumber', () => {
  it('is the first page without a parameter', () => {
    expect(parsePageNumber(undefined)).toBe(1)
  })

  it.each(['0', '-1', '1.5', 'x', '', '01', '1e3', '9999999'])('refuses %s', (value) => {
    expect(parsePageNumber(value)).toBeNull()
  })

  it('refuses a repeated parameter', () => {
    expect(parsePageNumber(['1', '2'])).toBeNull()
  })
})
