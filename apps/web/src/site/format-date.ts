import type { PublishedPrecision } from '@gazette/schema/article-content'
import type { z } from 'zod'

type Precision = z.infer<typeof PublishedPrecision>

// Making one takes a hundred times as long as using it, and a site has one time zone.
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, format)
  return format
}

const parts = (instant: string, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )

/** `2024-11-28` in the given IANA time zone, whatever the zone of the machine. */
export const formatDay = (instant: string, timeZone: string): string => {
  const { year, month, day } = parts(instant, timeZone)
  return `${year}-${month}-${day}`
}

/** `2024-11-28 09:30`, the form the government's rules ask for (国办发〔2017〕47号). */
export const formatMinute = (instant: string, timeZone: string): string => {
  const { year, month, day, hour, minute } = parts(instant, timeZone)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/** The time of publication as readers see it: no more exact than it is known. */
export const formatPublished = (
  article: { publishedAt: string; publishedOn: string; publishedPrecision: Precision },
  timeZone: string,
): string => (article.publishedPrecision === 'day' ? article.publishedOn : formatMinute(article.publishedAt, timeZone))

/** Whole years between two instants, never negative. */
export const yearsBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / (365.25 * 24 * 3_600_000)))
