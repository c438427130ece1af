import type { Clock } from '../clock.ts'
import type { Caller } from './caller-of.ts'

/** What is left to a caller. `headers` are names and values in turn, as `writeHead` takes them. */
export type Verdict = { headers: string[]; retryAfterSeconds: number | null }

/** Counts requests by caller. */
export type Quota = { take(caller: Caller): Verdict }

/** Requests a minute: from one address without a token, and with one token. */
export type QuotaLimits = { anonymous: number; keyed: number }

type Window = { count: number; endsAt: number }

const windowSeconds = 60
// The reader site and the programs of this machine: counted, so that it shows, and not held up.
const localRequests = 100_000_000

const unlimited: Verdict = { headers: [], retryAfterSeconds: null }

/**
 * A quota for each minute, counted from a caller's first request, with the headers of draft-ietf-httpapi-ratelimit-headers-10.
 * @param limits null for no quota at all
 * @param callersMaximum how many are remembered at a time; the longest known is forgotten first
 */
export const createQuota = ({
  clock,
  limits,
  callersMaximum = 100_000,
}: {
  clock: Clock
  limits: QuotaLimits | null
  callersMaximum?: number
}): Quota => {
  if (limits === null) return { take: () => unlimited }
  const policyOf = (name: Caller['policy'], requests: number) => ({ requests, header: `"${name}";q=${requests};w=${windowSeconds}` })
  const policies = {
    anonymous: policyOf('anonymous', limits.anonymous),
    keyed: policyOf('keyed', limits.keyed),
    local: policyOf('local', localRequests),
  }
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
    take({ key, policy }) {
      const { requests, header } = policies[policy]
      const now = clock()
      const known = windows.get(key)
      const window = known && now < known.endsAt ? known : begin(key, now)
      window.count += 1
      const seconds = Math.ceil((window.endsAt - now) / 1000)
      const left = Math.max(0, requests - window.count)
      return {
        headers: ['ratelimit-policy', header, 'ratelimit', `"${policy}";r=${left};t=${seconds}`],
        retryAfterSeconds: window.count > requests ? seconds : null,
      }
    },
  }
}
