import { describe, expect, it, vi } from 'vitest'
import type { MadeAnswer } from './ready-answer.ts'
import { fail, made, setUp } from './testing-cache.ts'

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
