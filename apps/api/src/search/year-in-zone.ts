import { toZonedDate } from '../time-zone.ts'

const dayMilliseconds = 86_400_000

/** The calendar year of an instant in a time zone. Asks the time zone only where the year may differ from that of UTC. */
export const createYearInZone =
  (timeZone: string) =>
  (instant: number): string => {
    const year = new Date(instant).getUTCFullYear()
    const isNearTurn = instant - Date.UTC(year) < dayMilliseconds || Date.UTC(year + 1) - instant < dayMilliseconds
    return isNearTurn ? toZonedDate(instant, timeZone).slice(0, 4) : String(year)
  }
