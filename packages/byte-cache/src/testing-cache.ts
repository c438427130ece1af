import { type ByteCacheOptions, createByteCache } from './byte-cache.ts'
import type { MadeAnswer } from './ready-answer.ts'

export const made = (body: string, dependencies: string[] = [], changes: Partial<MadeAnswer> = {}): MadeAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body,
  dependencies,
  ...changes,
})

export const setUp = (options: Partial<ByteCacheOptions> = {}) => {
  const clock = { now: 1_000_000 }
  const cache = createByteCache({ maximumBytes: 1_000_000, staleSeconds: 0, ...options, now: () => clock.now })
  const read = async (key: string, make: () => Promise<MadeAnswer>) => {
    const answer = await cache.answer(key, make)
    return { text: answer.body.identity.toString(), stale: answer.stale }
  }
  return { clock, cache, read, pass: (seconds: number) => (clock.now += seconds * 1000) }
}

export const fail = () => Promise.reject(new Error('the database is gone'))
