import { describe, expect, it, vi } from 'vitest'
import { type ByteCacheOptions, createByteCache } from './byte-cache.ts'
import { bodyFor, type MadeAnswer } from './ready-answer.ts'

const made = (body: string, dependencies: string[] = [], changes: Partial<MadeAnswer> = {}): MadeAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body,
  dependencies,
  ...changes,
})

const setUp = (options: Partial<ByteCacheOptions> = {}) => {
  const clock = { now: 1_000_000 }
  const cache = createByteCache({ maximumBytes: 1_000_000, staleSeconds: 0, ...options, now: () => clock.now })
  const read = async (key: string, make: () => Promise<MadeAnswer>) => {
    const answer = await cache.answer(key, make)
    return { text: answer.body.identity.toString(), stale: answer.stale }
  }
  return { clock, cache, read, pass: (seconds: number) => (clock.now += seconds * 1000) }
}

const fail = () => Promise.reject(new Error('the database is gone'))

describe('ByteCache: made once', () => {
  it('finds what was made, without making it again', async () => {
    const { cache } = setUp()
    const make = vi.fn(async () => made('one'))
    const answer = await cache.answer('a', make)
    expect(cache.find('a')).toBe(answer)
    expect(await cache.answer('a', make)).toBe(answer)
    expect(make).toHaveBeenCalledTimes(1)
    expect(cache.find('b')).toBeUndefined()
  })

  it('makes once for a thundering herd', async () => {
    const { cache } = setUp()
    const making = Promise.withResolvers<MadeAnswer>()
    const make = vi.fn(() => making.promise)
    const herd = Array.from({ length: 1000 }, () => cache.answer('a', make))
    making.resolve(made('one'))
    expect(new Set(await Promise.all(herd)).size).toBe(1)
    expect(make).toHaveBeenCalledTimes(1)
    expect(cache.statistics()).toMatchObject({ hits: 0, misses: 1, coalesced: 999 })
  })

  it.each([
    ['rejects', fail],
    [
      'throws',
      () => {
        throw new Error('at once')
      },
    ],
  ])('fails everyone who waits when making %s, keeps nothing, and tries again for the next', async (_, make) => {
    const { cache, read } = setUp()
    const herd = await Promise.allSettled([cache.answer('a', make), cache.answer('a', make)])
    expect(herd.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await read('a', async () => made('now'))).toEqual({ text: 'now', stale: false })
  })
})

describe('ByteCache: out of date', () => {
  it('drops what depends on what changed, and nothing else', async () => {
    const { cache } = setUp()
    await cache.answer('article', async () => made('1', ['article:1', 'site']))
    await cache.answer('list', async () => made('2', ['list', 'article:1']))
    await cache.answer('other', async () => made('3', ['article:2', 'site']))
    expect(cache.drop(['article:1', 'unknown'])).toBe(2)
    expect([cache.find('article'), cache.find('list')]).toEqual([undefined, undefined])
    expect(cache.find('other')).toBeDefined()
  })

  it('gives an answer whose making a drop overtook to those who asked before it, and makes a new one for those who ask after', async () => {
    const { cache, read } = setUp()
    const old = Promise.withResolvers<MadeAnswer>()
    const make = vi.fn(async () => made('new', ['article:1']))
    const before = read('a', () => old.promise)
    cache.drop(['article:1'])
    const after = [read('a', make), read('a', make)]
    old.resolve(made('old', ['article:1']))
    expect(await before).toEqual({ text: 'old', stale: false })
    expect((await Promise.all(after)).map(({ text }) => text)).toEqual(['new', 'new'])
    expect(make).toHaveBeenCalledTimes(1)
    expect(cache.find('a')?.body.identity.toString()).toBe('new')
  })

  it('never keeps an answer that a drop overtook, even when nobody asks again', async () => {
    const { cache } = setUp()
    const old = Promise.withResolvers<MadeAnswer>()
    const waiting = cache.answer('a', () => old.promise)
    cache.drop(['article:1'])
    old.resolve(made('old', ['article:1']))
    await waiting
    expect(cache.find('a')).toBeUndefined()
  })

  it('gives nobody an overtaken answer, at whichever moment of finishing the drop falls', async () => {
    for (let ticks = 0; ticks < 20; ticks += 1) {
      const { cache, read } = setUp()
      const old = Promise.withResolvers<MadeAnswer>()
      const before = read('a', () => old.promise)
      await Promise.resolve()
      old.resolve(made('old', ['article:1']))
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
      cache.drop(['article:1'])
      expect(await read('a', async () => made('new', ['article:1']))).toEqual({ text: 'new', stale: false })
      expect(await before).toEqual({ text: 'old', stale: false })
    }
  })

  it('lets a making go on when something else is dropped', async () => {
    const { cache } = setUp()
    const making = Promise.withResolvers<MadeAnswer>()
    const make = vi.fn(() => making.promise)
    const before = cache.answer('a', make)
    cache.drop(['article:2'])
    const after = cache.answer('a', make)
    making.resolve(made('one', ['article:1']))
    expect(await after).toBe(await before)
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('drops everything, what is being made included', async () => {
    const { cache } = setUp()
    await cache.answer('a', async () => made('a'))
    const old = Promise.withResolvers<MadeAnswer>()
    const waiting = cache.answer('b', () => old.promise)
    cache.dropAll()
    old.resolve(made('b'))
    await waiting
    expect([cache.find('a'), cache.find('b')]).toEqual([undefined, undefined])
  })

  it('takes an answer for fresh no longer than its lifetime, counted from when its making began', async () => {
    const { cache, pass } = setUp()
    const making = Promise.withResolvers<MadeAnswer>()
    const waiting = cache.answer('a', () => making.promise)
    pass(4)
    making.resolve(made('one', [], { lifetimeSeconds: 10 }))
    await waiting
    pass(5.999)
    expect(cache.find('a')).toBeDefined()
    pass(0.001)
    expect(cache.find('a')).toBeUndefined()
  })

  it('does not take a dropped answer for fresh again when the clock is set back', async () => {
    const { cache, pass } = setUp({ staleSeconds: 60 })
    await cache.answer('a', async () => made('one', ['article:1']))
    cache.drop(['article:1'])
    pass(-3600)
    expect(cache.find('a')).toBeUndefined()
  })
})

describe('ByteCache: standing in', () => {
  const setUpDropped = async () => {
    const all = setUp({ staleSeconds: 86_400 })
    await all.cache.answer('a', async () => made('good', ['article:1']))
    all.cache.drop(['article:1'])
    return all
  }

  it('gives nothing that was made before everything was forgotten', async () => {
    const { cache, read } = await setUpDropped()
    const old = Promise.withResolvers<MadeAnswer>()
    const waiting = cache.answer('b', () => old.promise)
    cache.forgetAll()
    old.resolve(made('old'))
    await waiting
    expect([...cache.lastGood()]).toEqual([])
    expect(cache.statistics()).toMatchObject({ entries: 0, dependencies: 0 })
    await expect(read('a', fail)).rejects.toThrow('the database is gone')
    expect(await read('b', async () => made('new'))).toEqual({ text: 'new', stale: false })
  })

  it('gives the last good answer, marked stale, when making a new one fails', async () => {
    const { read, cache } = await setUpDropped()
    expect(await read('a', fail)).toEqual({ text: 'good', stale: true })
    expect(cache.find('a')).toBeUndefined()
    expect(cache.statistics()).toMatchObject({ staleServed: 1, failed: 1 })
  })

  it('takes a status of 500 or more for a failure, and passes it on when nothing may stand in', async () => {
    const { read, cache } = await setUpDropped()
    const make = async () => made('sorry', [], { status: 503 })
    expect(await read('a', make)).toEqual({ text: 'good', stale: true })
    expect(await read('b', make)).toEqual({ text: 'sorry', stale: false })
    expect(cache.find('b')).toBeUndefined()
  })

  it('tries again for the next who asks, once a second at most', async () => {
    const { read, pass } = await setUpDropped()
    const make = vi.fn(fail)
    for (let request = 0; request < 5; request += 1) expect(await read('a', make)).toEqual({ text: 'good', stale: true })
    expect(make).toHaveBeenCalledTimes(1)
    pass(1)
    await read('a', make)
    expect(make).toHaveBeenCalledTimes(2)
    pass(1)
    expect(await read('a', async () => made('better'))).toEqual({ text: 'better', stale: false })
  })

  it('lets the last good answer stand in for those who have waited long enough, while making goes on', async () => {
    const { cache, read, pass } = setUp({ staleSeconds: 60 })
    await read('a', async () => made('old', ['x']))
    cache.drop(['x'])
    const making = Promise.withResolvers<MadeAnswer>()
    const slow = vi.fn(() => making.promise)
    expect((await cache.answer('a', slow, 5)).stale).toBe(true)
    // Nobody waits after one has waited in vain.
    expect((await cache.answer('a', slow)).stale).toBe(true)
    making.resolve(made('new', ['x']))
    pass(1)
    expect(await read('a', slow)).toEqual({ text: 'new', stale: false })
    expect(slow).toHaveBeenCalledTimes(1)
  })

  it('gives a new answer that is there in time, and waits as long as it takes where nothing may stand in', async () => {
    const { cache } = setUp({ staleSeconds: 60 })
    const late = async () => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      return made('one', ['x'])
    }
    expect((await cache.answer('a', late, 1)).stale).toBe(false)
    cache.drop(['x'])
    expect((await cache.answer('a', async () => made('two'), 10_000)).body.identity.toString()).toBe('two')
  })

  it('lets an answer stand in no longer than allowed after it was dropped or its lifetime ended', async () => {
    const { read, cache, pass } = await setUpDropped()
    await cache.answer('b', async () => made('short', [], { lifetimeSeconds: 60 }))
    pass(86_399)
    expect(await read('a', fail)).toEqual({ text: 'good', stale: true })
    pass(1)
    await expect(read('a', fail)).rejects.toThrow('the database is gone')
    pass(59)
    expect(await read('b', fail)).toEqual({ text: 'short', stale: true })
    pass(1)
    await expect(read('b', fail)).rejects.toThrow('the database is gone')
  })

  it('lets what an earlier cache kept stand in, byte for byte under the same validator, for as long as it would have there', async () => {
    const earlier = setUp({ staleSeconds: 60 })
    const before = await earlier.cache.answer('a', async () => made('old', ['x']))
    earlier.pass(10)
    const [saved] = earlier.cache.lastGood()
    const later = setUp({ staleSeconds: 60 })
    later.pass(10)
    if (saved) later.cache.restore(saved)
    expect(later.cache.find('a')).toBeUndefined()
    const after = await later.cache.answer('a', fail)
    expect([after.body.identity, after.etag, after.stale]).toEqual([before.body.identity, before.etag, true])
    expect(await later.read('a', async () => made('new'))).toEqual({ text: 'old', stale: true })
    later.pass(60)
    await expect(later.cache.answer('a', fail)).rejects.toThrow()
  })

  it('restores nothing over what was made here, and forgets what was restored like everything else', async () => {
    const { cache, read } = setUp({ staleSeconds: 60 })
    await read('a', async () => made('made here', ['x']))
    for (const key of ['a', 'b']) cache.restore({ ...made('restored', ['x']), key, goodUntil: 1_000_000 })
    expect(await read('a', fail)).toEqual({ text: 'made here', stale: false })
    cache.forget(['x'])
    await expect(cache.answer('b', fail)).rejects.toThrow()
  })

  it('never lets an answer stand in where that is not allowed', async () => {
    const { cache, read } = setUp({ staleSeconds: 0 })
    await cache.answer('a', async () => made('good', ['article:1'], { lifetimeSeconds: 60 }))
    cache.drop(['article:1'])
    await expect(read('a', fail)).rejects.toThrow('the database is gone')
  })

  it('never lets what is to be forgotten stand in, even when it was dropped before', async () => {
    const { cache, read } = await setUpDropped()
    cache.forget(['article:1'])
    await expect(read('a', fail)).rejects.toThrow('the database is gone')
    expect(cache.statistics()).toMatchObject({ entries: 0, dependencies: 0 })
  })
})

describe('ByteCache: what is kept', () => {
  it.each([200, 301, 308, 404, 410])('keeps %i', async (status) => {
    const { cache } = setUp()
    await cache.answer('a', async () => made('one', [], { status }))
    expect(cache.find('a')).toMatchObject({ status })
  })

  it.each([
    ['another status', { status: 302 }],
    ['what is not to be kept', { storable: false }],
    ['what is larger than an eighth of all', { body: 'x'.repeat(125_001) }],
  ])('gives %s to those who wait and keeps neither it nor what it takes the place of', async (_, changes) => {
    const { cache, pass } = setUp({ staleSeconds: 60 })
    await cache.answer('a', async () => made('one', [], { lifetimeSeconds: 1 }))
    pass(1)
    expect(await cache.answer('a', async () => made('two', [], changes))).toMatchObject({ stale: false })
    expect(cache.find('a')).toBeUndefined()
    expect(cache.statistics()).toMatchObject({ entries: 0, dependencies: 0 })
  })

  it('counts every encoding in the bytes, once', async () => {
    const { cache } = setUp()
    const answer = await cache.answer('a', async () => made('上虞'.repeat(2000)))
    const before = cache.statistics().bytes
    const sizes = await Promise.all((['br', 'zstd', 'gzip', 'br'] as const).map(async (coding) => (await bodyFor(answer, coding)).length))
    const grown = cache.statistics().bytes - before
    expect(grown).toBeGreaterThanOrEqual(sizes.slice(0, 3).reduce((sum, size) => sum + size))
    await bodyFor(answer, 'br')
    expect(cache.statistics().bytes - before).toBe(grown)
  })

  it('does not count what is compressed after its answer was let go', async () => {
    const { cache } = setUp()
    const answer = await cache.answer('a', async () => made('上虞'.repeat(2000), ['article:1']))
    const compressing = bodyFor(answer, 'br')
    cache.drop(['article:1'])
    await compressing
    expect(cache.statistics()).toMatchObject({ entries: 0, bytes: 0 })
  })

  it('stays within its bytes and keeps a hot key through a crawl of 100,000 cold ones', { timeout: 60_000 }, async () => {
    const { cache } = setUp({ maximumBytes: 4_000_000 })
    await cache.answer('hot', async () => made('hot', ['list', 'article:hot']))
    for (let use = 0; use < 3; use += 1) cache.find('hot')
    for (let page = 0; page < 100_000; page += 1) {
      await cache.answer(`/articles/${page}`, async () => made(`page ${page}`, ['list', `article:${page}`]))
    }
    expect(cache.find('hot')).toBeDefined()
    const { bytes, entries, dependencies, evicted } = cache.statistics()
    expect(bytes).toBeLessThanOrEqual(4_000_000)
    expect(evicted).toBe(100_001 - entries)
    // The index holds nothing of what was evicted: one article each, and the list.
    expect(dependencies).toBe(entries + 1)
  })
})

describe('ByteCache: ready elsewhere', () => {
  it('gives what is ready elsewhere, and keeps it from the second time on', () => {
    const { cache } = setUp()
    const first = cache.admit('a', made('one', ['x']))
    expect(first.body.identity.toString()).toBe('one')
    expect([cache.find('a'), cache.statistics().entries]).toEqual([undefined, 0])
    const second = cache.admit('a', made('one', ['x']))
    expect(cache.find('a')).toBe(second)
    expect(second.etag).toBe(first.etag)
    cache.drop(['x'])
    expect(cache.find('a')).toBeUndefined()
  })
})
