const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  formatters.set(timeZone, formatter)
  return formatter
}

const offsetPattern = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/

const readOffset = (instant: number, timeZone: string): number => {
  const [, sign, hours, minutes] = offsetPattern.exec(formatterFor(timeZone).format(instant)) ?? []
  const magnitude = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -magnitude : magnitude
}

const dayMilliseconds = 86_400_000
const rememberedMaximum = 20_000

// Asking Intl takes 20 µs, and a list asks 40 times. A day that begins and ends with one offset has no other between.
const remembered = new Map<string, number | null>()

const rememberDay = (key: string, day: number, timeZone: string): number | null => {
  const first = readOffset(day * dayMilliseconds, timeZone)
  const offset = first === readOffset((day + 1) * dayMilliseconds - 1, timeZone) ? first : null
  if (remembered.size >= rememberedMaximum) remembered.clear()
  remembered.set(key, offset)
  return offset
}

/** Offset of a time zone from UTC at an instant, in minutes, east positive. */
export const offsetMinutesAt = (instant: number, timeZone: string): number => {
  const day = Math.floor(instant / dayMilliseconds)
  const key = `${day} ${timeZone}`
  const known = remembered.get(key)
  const offset = known === undefined ? rememberDay(key, day, timeZone) : known
  return offset ?? readOffset(instant, timeZone)
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** RFC 3339 text of an instant in a time zone, with its offset; milliseconds only when there are any. */
export const toZonedInstant = (instant: number, timeZone: string): string => {
  const offset = offsetMinutesAt(instant, timeZone)
  const local = new Date(instant + offset * 60_000).toISOString().replace(/(\.000)?Z$/, '')
  const magnitude = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.trunc(magnitude / 60))}:${twoDigits(magnitude % 60)}`
}

/** Calendar date (`YYYY-MM-DD`) of an instant in a time zone. */
export const toZonedDate = (instant: number, timeZone: string): string => toZonedInstant(instant, timeZone).slice(0, 10)

/**
 * Offset in force where clocks show a time, in minutes, east positive; one of two where they show it twice.
 * @param wallClock what the clocks show, in milliseconds, as if it were UTC
 */
export const offsetMinutesOfClock = (wallClock: number, timeZone: string): number => {
  // The offset at the guess may be that of the day before a change of clocks; the second look settles it.
  const guess = wallClock - offsetMinutesAt(wallClock, timeZone) * 60_000
  return offsetMinutesAt(guess, timeZone)
}

/** First instant of a calendar date (`YYYY-MM-DD`) in a time zone, in milliseconds since the epoch. */
export const startOfDate = (date: string, timeZone: string): number => {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  return midnight - offsetMinutesOfClock(midnight, timeZone) * 60_000
}

/** Milliseconds since the epoch of an RFC 3339 instant or, for a calendar date, of its first instant in the time zone. */
export const parseDateOrInstant = (text: string, timeZone: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDate(text, timeZone) : Date.parse(text)
