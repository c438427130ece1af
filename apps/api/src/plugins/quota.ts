import { toDecimal } from '@gazette/byte-cache/decimal'
import type { Clock } from '../clock.ts'
import type { Caller } from './caller-of.ts'
import type { QuotaSharing } from './quota-sharing.ts'
import { beginWindow, type QuotaWindow, windowSeconds } from './quota-window.ts'

/** What is left to a caller. `headers` are names and values in turn, as `writeHead` takes them. */
export type Verdict = { headers: string[]; retryAfterSeconds: number | null }

/** Counts requests by caller. */
export type Quota = { take(caller: Caller): Verdict }

/** Requests a minute: from one address without a token, and with one token. */
export type QuotaLimits = { anonymous: number; keyed: number }

// The reader site and the programs of this machine: counted, so that it shows, and not held up.
const localRequests = 100_000_000

const unlimited: Verdict = { headers: [], retryAfterSeconds: null }

export type QuotaOptions = {
  clock: Clock
  /** Null for no quota at all. */
  limits: QuotaLimits | null
  /** Where other processes count the same callers; null where there are none. */
  sharing?: QuotaSharing | null
  /** How many callers are remembered at a time; the longest known is forgotten first. */
  callersMaximum?: number
}

/**
 * A quota for each minute, with the headers of draft-ietf-httpapi-ratelimit-headers-10. A verdict waits for nobody: what other
 * processes counted is learnt of between requests.
 */
export const createQuota = ({ clock, limits, sharing = null, callersMaximum = 100_000 }: QuotaOptions): Quota => {
  if (limits === null) return { take: () => unlimited }
  const policyOf = (name: Caller['policy'], requests: number) => ({ requests, header: `"${name}";q=${requests};w=${windowSeconds}` })
  const policies = {
    anonymous: policyOf('anonymous', limits.anonymous),
    keyed: policyOf('keyed', limits.keyed),
    local: policyOf('local', localRequests),
  }
  const windows = new Map<string, QuotaWindow>()

  const begin = (key: string, now: number): QuotaWindow => {
    const window = beginWindow(key, now)
    // Put in anew, so that the first of the map is always the one that has been known longest.
    windows.delete(key)
    windows.set(key, window)
    const oldest = windows.size > callersMaximum ? windows.values().next().value : undefined
    if (oldest) {
      windows.delete(oldest.key)
      sharing?.forget(oldest)
    }
    return window
  }

  return {
    take({ key, policy }) {
      const { requests, header } = policies[policy]
      const now = clock()
      const known = windows.get(key)
      const window = known && now < known.endsAt ? known : begin(key, now)
      const before = requests - window.told - window.untold
      const isRefused = before <= 0
      // Whoever goes on asking regardless keeps nobody busy.
      if (!isRefused) {
        window.untold += 1
        if (sharing && policy !== 'local') sharing.note(window, before - 1)
      }
      const seconds = Math.ceil((window.endsAt - now) / 1000)
      const left = Math.max(0, before - 1)
      return {
        headers: ['ratelimit-policy', header, 'ratelimit', `"${policy}";r=${toDecimal(left)};t=${seconds}`],
        retryAfterSeconds: isRefused ? seconds : null,
      }
    },
  }
}
