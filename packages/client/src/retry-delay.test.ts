import { describe, expect, it } from 'vitest'
import { parseRetryAfter, retryDelayMilliseconds } from './retry-delay.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

describe('parseRetryAfter', () => {
  it.each([
    ['120', 120],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %j as %j seconds', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected)
  })
})

describe('retryDelayMilliseconds', () => {
  it('waits as long as the API asks, whatever the chance', () => {
    expect(retryDelayMilliseconds(1, 1.5, 0)).toBe(1500)
  })

  it('doubles otherwise, up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((attempt) => retryDelayMilliseconds(attempt, null, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ])
  })

  it('spreads clients over the whole delay', () => {
    expect([0, 0.25, 0.5].map((random) => retryDelayMilliseconds(2, null, random))).toEqual([0, 500, 1000])
  })
})
