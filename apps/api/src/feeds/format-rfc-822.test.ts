import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRfc822 } from './format-rfc-822.ts'

describe('formatRfc822', () => {
  it.each([
    ['2024-11-28T00:00:00+08:00', 'Asia/Shanghai', 'Thu, 28 Nov 2024 00:00:00 +0800'],
    ['2024-11-27T16:00:00Z', 'Asia/Shanghai', 'Thu, 28 Nov 2024 00:00:00 +0800'],
    ['2024-09-01T12:34:56Z', 'UTC', 'Sun, 01 Sep 2024 12:34:56 +0000'],
    ['2024-07-01T12:00:00Z', 'America/St_Johns', 'Mon, 01 Jul 2024 09:30:00 -0230'],
    ['1988-07-01T00:00:00Z', 'Asia/Shanghai', 'Fri, 01 Jul 1988 09:00:00 +0900'],
    ['1900-01-01T00:00:00Z', 'Asia/Shanghai', 'Mon, 01 Jan 1900 00:00:00 +0000'],
  ])('writes %s in %s as %s', (instant, timeZone, expected) => {
    expect(formatRfc822(instant, timeZone)).toBe(expected)
  })

  it('names the same instant for every date and zone', () => {
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(date, fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/London', 'Asia/Kathmandu'), (value, timeZone) => {
        const seconds = Math.floor(value.getTime() / 1000) * 1000
        expect(Date.parse(formatRfc822(value.toISOString(), timeZone))).toBe(seconds)
      }),
    )
  })
})
