import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { SharedCounts } from '../database/shared-counts.ts'
import { type QuotaWindow, windowSeconds } from './quota-window.ts'

/** Makes one quota of the quotas of several processes. */
export type QuotaSharing = {
  /** Tells the others of a window before long, and soon when there is much to tell beside what is left. */
  note(window: QuotaWindow, left: number): void
  forget(window: QuotaWindow): void
  /** Tells everything noted, now. Resolves when that is done, or cannot be. */
  tellAll(): Promise<void>
  /** Tells it for the last time. */
  stop(): Promise<void>
}

const intervalMs = 250
const retryMs = 1_000
const keptMs = 2 * windowSeconds * 1000
const batchMaximum = 5_000
// A process keeps to itself at most this part of what is left to a caller, but for what it answers while it is telling.
const untoldPart = 0.1
const hashLength = 22

export type QuotaSharingOptions = {
  counts: SharedCounts
  clock: Clock
  /** Keys the hashes of callers: no address is written down. */
  secret: string
  onError: (error: unknown) => void
}

type Hash = (caller: string) => string

const createHash = (secret: string): Hash => {
  const key = createHmac('sha256', secret).update('callers of the quota').digest()
  return (caller) => createHmac('sha256', key).update(caller).digest('base64url').slice(0, hashLength)
}

/** Adds what these windows have not told to the counts, and puts the totals into them. A caller has one window at a time. */
const tellWindows = async (counts: SharedCounts, hashOf: Hash, windows: readonly QuotaWindow[]): Promise<void> => {
  const byHash = new Map(windows.map((window) => [hashOf(window.key), { window, requests: window.untold }]))
  if (byHash.size === 0) return
  const added = [...byHash].map(([callerHash, { window, requests }]) => ({ callerHash, windowStart: window.startsAt, requests }))
  for (const { callerHash, requests } of await counts.add(added)) {
    const known = byHash.get(callerHash)
    if (!known) continue
    known.window.told = requests
    // More may have been counted meanwhile.
    known.window.untold -= known.requests
  }
}

/**
 * Adds what this process counted to the counts in the database, and learns the totals from it. While the database is away every
 * process counts for itself, and tells of it afterwards.
 */
export const createQuotaSharing = ({ counts, clock, secret, onError }: QuotaSharingOptions): QuotaSharing => {
  const hashOf = createHash(secret)
  const untold = new Set<QuotaWindow>()
  let timer: NodeJS.Timeout | undefined
  let telling: Promise<void> | undefined
  let isSoon = false
  let isAway = false
  let forgotAt = clock()

  const tell = async (): Promise<void> => {
    const now = clock()
    isSoon = false
    const windows = [...untold].slice(0, batchMaximum)
    for (const window of windows) untold.delete(window)
    // What is over matters to nobody.
    const current = windows.filter(({ endsAt }) => now < endsAt)
    try {
      await tellWindows(counts, hashOf, current)
      if (now - forgotAt > keptMs) {
        await counts.forgetBefore(now - keptMs)
        forgotAt = now
      }
      isAway = false
    } catch (error) {
      for (const window of current) if (window.untold > 0) untold.add(window)
      // Said once for each time it goes away.
      if (!isAway) onError(error)
      isAway = true
    }
  }

  const tellNow = (): Promise<void> => {
    clearTimeout(timer)
    telling = tell().finally(() => {
      telling = undefined
      arm()
    })
    return telling
  }
  const arm = (): void => {
    if (untold.size === 0 || telling) return
    clearTimeout(timer)
    timer = setTimeout(tellNow, isAway ? retryMs : isSoon ? 0 : intervalMs)
    timer.unref()
  }
  const tellAll = async (): Promise<void> => {
    await telling
    do await tellNow()
    while (untold.size > 0 && !isAway)
  }

  return {
    note(window, left) {
      const isFirst = untold.size === 0
      const wasSoon = isSoon
      untold.add(window)
      isSoon ||= window.untold >= left * untoldPart
      if (isFirst || isSoon !== wasSoon) arm()
    },
    forget: (window) => void untold.delete(window),
    tellAll,
    async stop() {
      await tellAll()
      clearTimeout(timer)
    },
  }
}
