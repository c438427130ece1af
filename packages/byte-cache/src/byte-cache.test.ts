import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { bodyFor, type MadeAnswer } from './ready-answer.ts'
import { representationFor } from './representation-for.ts'
import { fail, made, setUp } from './testing-cache.ts'

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
  it('gives what is ready elsewhere, and keeps it from the fourth time on', () => {
    const { cache } = setUp()
    const findElsewhere = vi.fn(() => made('one', ['x']))
    const passed = [1, 2, 3].map(() => cache.findReady('a', undefined, findElsewhere))
    expect(passed.map((answer) => answer?.body.identity.toString())).toEqual(['one', 'one', 'one'])
    expect([cache.find('a'), cache.statistics().entries]).toEqual([undefined, 0])
    const kept = cache.findReady('a', undefined, findElsewhere)
    expect([cache.find('a'), cache.findReady('a', undefined, findElsewhere)]).toEqual([kept, kept])
    expect(findElsewhere).toHaveBeenCalledTimes(4)
    expect(kept?.etag).toBe(passed[0]?.etag)
    cache.drop(['x'])
    expect(cache.find('a')).toBeUndefined()
  })

  it('gives what is here when nothing is ready elsewhere, and nothing when neither has it', async () => {
    const { cache } = setUp()
    const nowhere = () => undefined
    expect([1, 2, 3, 4].map(() => cache.findReady('a', undefined, nowhere))).toEqual(Array(4).fill(undefined))
    const answer = await cache.answer('a', async () => made('one'))
    const other = await cache.answer('b', async () => made('two'))
    expect([cache.findReady('a', undefined, nowhere), cache.findReady('b', undefined, nowhere)]).toEqual([answer, other])
  })

  it('passes on what is ready in the coding that is asked for, and keeps it uncompressed', async () => {
    const { cache } = setUp()
    const text = '上虞区政协召开会议。'.repeat(100)
    const inBrotli = brotliCompressSync(text)
    const findElsewhere = vi.fn((_key: string, coding: string) =>
      coding === 'br' ? made('', [], { body: inBrotli, coding: 'br', etag: '"of the text"' }) : made(text),
    )
    const headers = { 'accept-encoding': 'gzip, br' }
    const answers = [1, 2, 3, 4].map(() => cache.findReady('a', 'gzip, br', findElsewhere) ?? expect.unreachable())
    const [first, last] = [answers[0] ?? expect.unreachable(), answers[3] ?? expect.unreachable()]
    const passed = await representationFor(first, { headers })
    expect(passed.body).toBe(inBrotli)
    expect(passed.rawHeaders.join(' ')).toContain('content-encoding br etag "of the text-br"')
    expect(() => first.body.identity).toThrow('but the form in br')
    const kept = await representationFor(last, { headers })
    expect(brotliDecompressSync(kept.body ?? Buffer.alloc(0)).toString()).toBe(text)
    expect(findElsewhere.mock.calls.map(([, coding]) => coding)).toEqual(['br', 'br', 'br', 'identity'])
  })

  it('keeps the bytes in memory of their own, so that none of a shared block stays alive with them', async () => {
    const { cache } = setUp()
    const body = Buffer.from('-短-').subarray(1, 4)
    const findElsewhere = () => made('', [], { body })
    const answers = [1, 2, 3, 4].map(() => cache.findReady('a', undefined, findElsewhere))
    const kept = [answers[3], await cache.answer('b', async () => made('', [], { body }))]
    for (const answer of kept) {
      expect(answer?.body.identity.toString()).toBe('短')
      expect(answer?.body.identity.buffer.byteLength).toBe(3)
    }
  })
})
