import { offsetMinutesAt, startOfDate } from '../time-zone.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000

/** The same day and time of day some months later; the last day of the month where it has no such day. */
export const addMonths = (instant: number, months: number, timeZone: string): number => {
  const local = new Date(instant + offsetMinutesAt(instant, timeZone) * 60_000)
  const first = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(local.getUTCDate(), lastDay))
  return startOfDate(first.toISOString().slice(0, 10), timeZone) + (local.getTime() % dayMilliseconds)
}
