const firstMilliseconds = 500
const maximumMilliseconds = 30_000

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds or a date.
 * @param now milliseconds since the Unix epoch
 * @returns seconds, never negative; null when there is nothing to read
 */
export const parseRetryAfter = (value: string | null, now: number): number | null => {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value.trim())) return Number(value)
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000)
}

/**
 * How long to wait before the next attempt, in milliseconds: what the API asked for, otherwise twice as long each time
 * with full jitter, so that many clients do not come back together.
 * @param attempt 1 for the first repetition
 * @param random from 0 up to 1
 */
export const retryDelayMilliseconds = (attempt: number, retryAfterSeconds: number | null, random: number): number => {
  if (retryAfterSeconds !== null) return Math.ceil(retryAfterSeconds * 1000)
  return Math.round(random * Math.min(maximumMilliseconds, firstMilliseconds * 2 ** attempt))
}
