import type { Role } from '@gazette/schema/role'
import type { Clock } from '../clock.ts'
import type { Store } from '../database/store.ts'
import { listUnrevokedTokens, readTokensVersion } from './token-records.ts'
import { digestOf, isTokenText } from './token-text.ts'
import { createTokenUse } from './token-use.ts'

/** Whose token it is, and what it allows. */
export type TokenHolder = { id: string; role: Role; name: string }

type Known = TokenHolder & { expiresAt: number | null }

/** The tokens in force. */
export type Tokens = {
  /** Whose token this is; null when it is malformed, unknown, expired or revoked. Asks nobody: a flood of guesses costs nothing. */
  find(token: string): TokenHolder | null
  start(): Promise<void>
  /** Writes down what was used last. */
  stop(): Promise<void>
}

/**
 * Tokens are few and their digests small: all that are in force are kept in memory, so that a request waits for no database.
 * Made or revoked by this process they are known when that is acknowledged, by another one within a second.
 */
export const createTokens = ({ store, clock, onError }: { store: Store; clock: Clock; onError: (error: unknown) => void }): Tokens => {
  const use = createTokenUse({ store, clock, onError })
  let byDigest = new Map<string, Known>()
  let version = ''

  const read = async (): Promise<void> => {
    const newest = await readTokensVersion(store)
    if (newest === version) return
    const records = await listUnrevokedTokens(store)
    byDigest = new Map(records.map(({ digest, id, role, name, expiresAt }) => [digest, { id, role, name, expiresAt }]))
    version = newest
  }

  // One look after another; those who come meanwhile share the next one. Unreadable, what was in force stays so.
  let looking: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  const look = (): Promise<void> => {
    next ??= looking.then(() => {
      next = undefined
      looking = read().catch(onError)
      return looking
    })
    return next
  }

  const stops: (() => void)[] = []
  return {
    find(token) {
      const known = isTokenText(token) ? byDigest.get(digestOf(token)) : undefined
      if (!known || (known.expiresAt !== null && known.expiresAt <= clock())) return null
      use.note(known.id)
      return known
    },
    async start() {
      stops.push(
        store.onCommit(look),
        store.watchOthers(() => void look()),
      )
      await look()
      use.start()
    },
    async stop() {
      for (const stop of stops) stop()
      await use.stop()
    },
  }
}
