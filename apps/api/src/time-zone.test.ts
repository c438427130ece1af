import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offsetMinutesAt, offsetMinutesOfClock, parseDateOrInstant, startOfDate, toZonedInstant } from './time-zone.ts'

const zones = Intl.supportedValuesOf('timeZone')
const offsetByFields = (instant: number, timeZone: string): number => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Math.trunc((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000)
}

it('knows the offset of every zone at every second since 1970, on days when clocks change too', () => {
  const seconds = fc.integer({ min: 0, max: Date.UTC(2037, 11, 31) / 1000 })
  fc.assert(
    fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
      const instant = second * 1000
      expect(offsetMinutesAt(instant, zone)).toBe(offsetByFields(instant, zone))
    }),
    { numRuns: 500 },
  )
})

it('finds for every time that clocks show an offset with which they do show it', () => {
  const seconds = fc.integer({ min: 0, max: Date.UTC(2037, 11, 31) / 1000 })
  fc.assert(
    fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
      const wallClock = second * 1000 + offsetMinutesAt(second * 1000, zone) * 60_000
      const offset = offsetMinutesOfClock(wallClock, zone)
      expect(offsetByFields(wallClock - offset * 60_000, zone)).toBe(offset)
    }),
    { numRuns: 500 },
  )
})

it.each([
  ['1988-04-16T17:59:59Z', '1988-04-17T01:59:59+08:00'],
  ['1988-04-16T18:00:00Z', '1988-04-17T03:00:00+09:00'],
  ['1988-09-10T16:59:59Z', '1988-09-11T01:59:59+09:00'],
  ['1988-09-10T17:00:00Z', '1988-09-11T01:00:00+08:00'],
])('tells %s in Shanghai as the clocks there did: %s', (instant, expected) => {
  expect(toZonedInstant(Date.parse(instant), 'Asia/Shanghai')).toBe(expected)
})

it('begins a date at its first instant, on the day of a change of clocks too', () => {
  expect(startOfDate('1988-04-17', 'Asia/Shanghai')).toBe(Date.parse('1988-04-16T16:00:00Z'))
  expect(parseDateOrInstant('2026-11-26', 'Asia/Shanghai')).toBe(Date.parse('2026-11-25T16:00:00Z'))
})
