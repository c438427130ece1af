import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createByteCache } from './byte-cache.ts'
import type { MadeAnswer } from './ready-answer.ts'

const keys = ['home', 'list', 'article'] as const
const facts = ['title', 'channel', 'order', 'site'] as const
type Key = (typeof keys)[number]
type Versions = Record<(typeof facts)[number], number>

/** What a page shows; the article's own list depends on which channel it is in now. */
const dependenciesOf = (key: Key, versions: Versions): (typeof facts)[number][] => {
  if (key === 'home') return ['order', 'site']
  if (key === 'list') return ['order', 'channel']
  return ['title', 'channel', versions.channel % 2 === 0 ? 'order' : 'site']
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('ask' as const), key: fc.constantFrom(...keys) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), fact: fc.constantFrom(...facts) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('settle' as const), which: fc.nat(2), succeeds: fc.nat(3).map((n) => n > 0) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), ticks: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forgetLog' as const), drops: fc.constantFrom(10, 5000) }) },
)

/** A world whose facts change under makings that take as long as fast-check likes. */
const createWorld = (staleSeconds: number) => {
  const versions: Versions = { title: 0, channel: 0, order: 0, site: 0 }
  const running: ((succeeds: boolean) => void)[] = []
  const cache = createByteCache({ maximumBytes: 1_000_000, now: () => 0, staleSeconds })

  const make = (key: Key) => (): Promise<MadeAnswer> => {
    const { promise, resolve, reject } = Promise.withResolvers<MadeAnswer>()
    const seen = { ...versions }
    const answer = { status: 200, headers: {}, body: JSON.stringify(seen), dependencies: dependenciesOf(key, seen) }
    running.push((succeeds) => (succeeds ? resolve(answer) : reject(new Error('failed'))))
    return promise
  }

  const expectNoneOlder = (key: Key, body: Buffer, askedAt: Versions): void => {
    const shown: Versions = JSON.parse(body.toString())
    for (const fact of dependenciesOf(key, shown)) expect(shown[fact]).toBeGreaterThanOrEqual(askedAt[fact])
  }

  const ask = async (key: Key): Promise<void> => {
    const askedAt = { ...versions }
    const found = cache.find(key)
    if (found) expectNoneOlder(key, found.body.identity, askedAt)
    const answer = await cache.answer(key, make(key)).catch(() => undefined)
    if (answer && !answer.stale) expectNoneOlder(key, answer.body.identity, askedAt)
  }

  const change = (fact: (typeof facts)[number]): void => {
    versions[fact] += 1
    cache.drop([fact])
  }

  return { running, cache, ask, change }
}

describe('ByteCache', () => {
  it.each([0, 60])(
    'never gives anyone who asks something older than what was true when he asked (standing in %i s)',
    async (staleSeconds) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 60, size: 'max' }), async (steps) => {
          const { running, cache, ask, change } = createWorld(staleSeconds)
          const asked: Promise<void>[] = []
          for (const step of steps) {
            if (step.do === 'ask') asked.push(ask(step.key))
            if (step.do === 'change') change(step.fact)
            if (step.do === 'settle') running.splice(step.which % Math.max(running.length, 1), 1)[0]?.(step.succeeds)
            if (step.do === 'forgetLog') cache.drop(Array.from({ length: step.drops }, () => 'something else'))
            for (let tick = 0; step.do === 'pass' && tick < step.ticks; tick += 1) await Promise.resolve()
          }
          const all = Promise.all(asked).then(() => true)
          const round = async () => {
            for (const settle of running.splice(0)) settle(true)
            for (let tick = 0; tick < 20; tick += 1) await Promise.resolve()
            return false
          }
          // Nobody waits for ever: a making under way, one more at most, and whoever asks is done.
          const isDone =
            (await Promise.race([all, round()])) || (await Promise.race([all, round()])) || (await Promise.race([all, round()]))
          expect(isDone).toBe(true)
        }),
        { numRuns: 1000 },
      )
    },
    60_000,
  )
})
