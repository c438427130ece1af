import { describe, expect, it } from 'vitest'
import { formatDay, formatMinute, formatPublished, yearsBetween } from './format-date.ts'

describe('formatMinute', () => {
  it('tells the time of the site whatever the zone of the instant', () => {
    expect(formatMinute('2024-11-27T16:05:00Z', 'Asia/Shanghai')).toBe('2024-11-28 00:05')
    expect(formatMinute('2024-11-28T00:05:00+08:00', 'Asia/Shanghai')).toBe('2024-11-28 00:05')
  })

  it('knows that China kept summer time in 1988', () => {
    expect(formatMinute('1988-06-01T00:30:00+09:00', 'Asia/Shanghai')).toBe('1988-06-01 00:30')
  })

  it('writes midnight as 00:00', () => {
    expect(formatMinute('2024-11-28T00:00:00+08:00', 'Asia/Shanghai')).toBe('2024-11-28 00:00')
  })
})

describe('formatDay', () => {
  it('gives the day in the zone of the site', () => {
    expect(formatDay('2024-12-31T23:00:00Z', 'Asia/Shanghai')).toBe('2025-01-01')
  })
})

describe('formatPublished', () => {
  const article = { publishedAt: '2024-11-28T09:30:00+08:00', publishedOn: '2024-11-28' }

  it('shows only the day when only the day is known', () => {
    expect(formatPublished({ ...article, publishedPrecision: 'day' }, 'Asia/Shanghai')).toBe('2024-11-28')
  })

  it('shows the minute when it is known', () => {
    expect(formatPublished({ ...article, publishedPrecision: 'minute' }, 'Asia/Shanghai')).toBe('2024-11-28 09:30')
  })
})

describe('yearsBetween', () => {
  it('counts whole years and never goes below none', () => {
    expect(yearsBetween('2022-01-01T00:00:00Z', '2024-06-01T00:00:00Z')).toBe(2)
    expect(yearsBetween('2025-01-01T00:00:00Z', '2024-06-01T00:00:00Z')).toBe(0)
  })
})
