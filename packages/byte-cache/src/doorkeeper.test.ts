import { describe, expect, it } from 'vitest'
import { Doorkeeper } from './doorkeeper.ts'

describe('Doorkeeper', () => {
  it('knows a key from the second time on', () => {
    const doorkeeper = new Doorkeeper()
    expect(['a', 'b', 'a', 'b', 'b'].map((key) => doorkeeper.greets(key))).toEqual([false, false, true, true, true])
  })

  it('takes hardly any key of a crawl for one it knows', () => {
    const doorkeeper = new Doorkeeper()
    const known = Array.from({ length: 100_000 }, (_, page) => doorkeeper.greets(`/v1/articles/${page.toString(36)}`)).filter(Boolean)
    expect(known.length).toBeLessThan(100)
  })

  it('still knows most of those that came back within its places', () => {
    const doorkeeper = new Doorkeeper(1024)
    const keys = Array.from({ length: 100 }, (_, page) => `/v1/articles/${page}`)
    for (const key of keys) doorkeeper.greets(key)
    expect(keys.filter((key) => doorkeeper.greets(key)).length).toBeGreaterThan(80)
  })
})
