import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { S3Fifo } from './s3-fifo.ts'

const createStore = (maximumBytes: number) => {
  const evicted: string[] = []
  const store = new S3Fifo<{ key: string }>(maximumBytes, ({ key }) => evicted.push(key))
  return { store, evicted, put: (key: string, bytes = 1000) => store.set(key, { key }, bytes) }
}

describe('S3Fifo', () => {
  it('keeps a hot key through a crawl of 100,000 cold ones', () => {
    const { store, put } = createStore(1_000_000)
    put('hot')
    for (let use = 0; use < 3; use += 1) store.find('hot')
    for (let page = 0; page < 100_000; page += 1) put(`cold-${page}`)
    expect(store.peek('hot')).toEqual({ key: 'hot' })
    expect(store.bytes).toBeLessThanOrEqual(1_000_000)
  })

  it('learns what is hot in the midst of a crawl, though it is asked for only once while the whole store is filled and emptied', () => {
    const { store, put } = createStore(1_000_000)
    let misses = 0
    for (let request = 0; request < 200_000; request += 1) {
      const key = request % 100 === 0 ? `hot-${(request / 100) % 15}` : `cold-${request}`
      if (store.find(key)) continue
      if (key.startsWith('hot')) misses += 1
      put(key)
    }
    // Asked for every 1,500 requests of a store of 1,000: the least recently used would be gone each time.
    // Each of the 15 is missed twice: when it is new, and when its key is remembered and earns it a place.
    expect(misses).toBe(30)
  })

  it('lets go in the end of what was hot once', () => {
    const { store, put } = createStore(100_000)
    put('once')
    for (let use = 0; use < 3; use += 1) store.find('once')
    for (let round = 0; round < 10; round += 1) {
      for (let key = 0; key < 90; key += 1) {
        put(`${round}-${key}`)
        for (let use = 0; use < 3; use += 1) store.find(`${round}-${key}`)
      }
    }
    expect(store.peek('once')).toBeUndefined()
  })

  it('takes a key back into the main queue that was in use when it was removed', () => {
    const { store, put } = createStore(100_000)
    put('hot')
    for (let use = 0; use < 3; use += 1) store.find('hot')
    store.remove('hot')
    expect(store.peek('hot')).toBeUndefined()
    put('hot')
    for (let page = 0; page < 1000; page += 1) put(`cold-${page}`)
    expect(store.peek('hot')).toEqual({ key: 'hot' })
  })

  it('counts growth only of what it still keeps', () => {
    const { store } = createStore(100_000)
    const first = { key: 'a' }
    const second = { key: 'a' }
    store.set('a', first, 1000)
    store.grow('a', first, 500)
    expect(store.bytes).toBe(1500)
    store.set('a', second, 700)
    store.grow('a', first, 500)
    expect(store.bytes).toBe(700)
    store.remove('a')
    store.grow('a', second, 500)
    expect(store.bytes).toBe(0)
  })

  it('never holds more than its bytes, and tells of everything it lets go, whatever happens', () => {
    const key = fc.integer({ min: 0, max: 30 }).map(String)
    const bytes = fc.integer({ min: 200, max: 5000 })
    const step = fc.oneof(
      fc.record({ do: fc.constant('set' as const), key, bytes }),
      fc.record({ do: fc.constant('find' as const), key }),
      fc.record({ do: fc.constant('grow' as const), key, bytes }),
      fc.record({ do: fc.constant('remove' as const), key }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const kept = new Map<string, object>()
        const store = new S3Fifo<{ key: string }>(20_000, (value) => {
          expect(kept.get(value.key)).toBe(value)
          kept.delete(value.key)
        })
        for (const step of steps) {
          if (step.do === 'set') {
            const value = { key: step.key }
            kept.set(step.key, value)
            store.set(step.key, value, step.bytes)
          }
          if (step.do === 'find') expect(store.find(step.key)).toBe(kept.get(step.key))
          const present = store.peek(step.key)
          if (step.do === 'grow' && present) store.grow(step.key, present, step.bytes)
          if (step.do === 'remove') {
            store.remove(step.key)
            kept.delete(step.key)
          }
          expect(store.bytes).toBeLessThanOrEqual(20_000)
          expect(store.length).toBe(kept.size)
          expect(new Set(store.values())).toEqual(new Set(kept.values()))
        }
      }),
    )
  })
})
