import { crc32 } from 'node:zlib'

export const windowSeconds = 60
const windowMs = windowSeconds * 1000

/** What is known of a caller in one minute. */
export type QuotaWindow = {
  key: string
  startsAt: number
  endsAt: number
  /** Requests all processes together have told of, this one included. */
  told: number
  /** Requests of this process that it has told nobody of yet. */
  untold: number
}

/**
 * The minute of a caller at an instant, the same in every process. Each caller has minutes of its own, so that not all of those
 * who were held up come back at once.
 */
export const beginWindow = (key: string, now: number): QuotaWindow => {
  const startsAt = now - ((now + (crc32(key) % windowMs)) % windowMs)
  return { key, startsAt, endsAt: startsAt + windowMs, told: 0, untold: 0 }
}
