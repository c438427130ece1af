import type { Clock } from '../clock.ts'
import type { Caller } from './caller-of.ts'

/** What is left to a caller. `headers` are names and values in turn, as `writeHead` takes them. */
export type Verdict = { headers: string[]; retryAfterSeconds: number | null }

/** Counts requests by caller. */
export type Quota = { take(caller: Caller): Verdict }

type Policy = { name: string; requests: number }
type Window = { count: number; endsAt: number }

const windowSeconds = 60
// The reader site and the programs of this machine: counted, so that it shows, and not held up.
const local: Policy = { name: 'local', requests: 100_000_000 }

const unlimited: Verdict = { headers: [], retryAfterSeconds: null }

/**
 * A quota for each minute, counted from a caller's first request, with the headers of draft-ietf-httpapi-ratelimit-headers-10.
 * @param requestsPerMinute for callers from elsewhere; null for no quota at all
 * @param callersMaximum how many are remembered at a time; the longest known is forgotten first
 */
export const createQuota = ({
  clock,
  requestsPerMinute,
  callersMaximum = 100_000,
}: {
  clock: Clock
  requestsPerMinute: number | null
  callersMaximum?: number
}): Quota => {
  if (requestsPerMinute === null) return { take: () => unlimited }
  const anonymous: Policy = { name: 'anonymous', requests: requestsPerMinute }
  const policyHeaders = new Map([local, anonymous].map(({ name, requests }) => [name, `"${name}";q=${requests};w=${windowSeconds}`]))
  const windows = new Map<string, Window>()

  const begin = (key: string, now: number): Window => {
    const window = { count: 0, endsAt: now + windowSeconds * 1000 }
    // Put in anew, so that the first of the map is always the one that began longest ago.
    windows.delete(key)
    windows.set(key, window)
    const oldest = windows.size > callersMaximum ? windows.keys().next().value : undefined
    if (oldest !== undefined) windows.delete(oldest)
    return window
  }

  return {
    take({ key, isLocal }) {
      const policy = isLocal ? local : anonymous
      const now = clock()
      const known = windows.get(key)
      const window = known && now < known.endsAt ? known : begin(key, now)
      window.count += 1
      const seconds = Math.ceil((window.endsAt - now) / 1000)
      const left = Math.max(0, policy.requests - window.count)
      return {
        headers: ['ratelimit-policy', policyHeaders.get(policy.name) ?? '', 'ratelimit', `"${policy.name}";r=${left};t=${seconds}`],
        retryAfterSeconds: window.count > policy.requests ? seconds : null,
      }
    },
  }
}
