import { createHmac, randomBytes } from 'node:crypto'

/** What one caller sees of one article in a window of time is one view. */
export type Sight = { address: string; program: string; articleId: string }

type Generation = { salt: Buffer; counts: Map<string, number>; since: number }

export const windowMilliseconds = 10 * 60 * 1000
/** Behind one address stand many readers, each with a program of their own; but nobody has hundreds. */
const programsMaximum = 20
const entriesMaximum = 200_000
const hashBytes = 12

const begin = (since: number): Generation => ({ salt: randomBytes(16), counts: new Map(), since })

const hash = ({ salt }: Generation, parts: readonly string[]): string =>
  createHmac('sha256', salt).update(JSON.stringify(parts)).digest().toString('latin1', 0, hashBytes)

/**
 * Remembers for some minutes who saw what, and forgets it. Only salted hashes are kept, in memory alone; with the salt
 * they were made with, which is another one every window, goes the last way back to an address.
 * @param clock in milliseconds
 */
export const createSeenLately = (clock: () => number, maximum: number = entriesMaximum) => {
  let current = begin(clock())
  let previous: Generation | undefined

  const turn = (now: number): void => {
    const isOver = now - current.since >= windowMilliseconds
    if (!isOver && current.counts.size < maximum) return
    // After a quiet time even the last window is too old.
    previous = now - current.since >= 2 * windowMilliseconds ? undefined : current
    current = begin(now)
  }

  const isKnown = (generation: Generation | undefined, sight: readonly string[]): boolean =>
    generation?.counts.has(hash(generation, sight)) ?? false

  return {
    /** Whether this is a view to count; asking makes it a known one. */
    isNew({ address, program, articleId }: Sight): boolean {
      turn(clock())
      const sight = [address, articleId, program]
      if (isKnown(previous, sight) || isKnown(current, sight)) return false
      const household = hash(current, [address, articleId])
      const programs = current.counts.get(household) ?? 0
      if (programs >= programsMaximum) return false
      current.counts.set(household, programs + 1)
      current.counts.set(hash(current, sight), 1)
      return true
    },
    /** Entries in memory now. */
    size: () => current.counts.size + (previous?.counts.size ?? 0),
  }
}
