import { describe, expect, it } from 'vitest'
import { Doorkeeper } from './doorkeeper.ts'

describe('Doorkeeper', () => {
  it('knows a key from the fourth time on', () => {
    const doorkeeper = new Doorkeeper()
    expect([...'abababbab'].map((key) => doorkeeper.greets(key))).toEqual([...Array(6).fill(false), true, true, true])
  })

  it('takes hardly any key of two crawls for one it knows', () => {
    const doorkeeper = new Doorkeeper()
    const crawl = () => Array.from({ length: 100_000 }, (_, page) => doorkeeper.greets(`/v1/articles/${page.toString(36)}`))
    expect([...crawl(), ...crawl()].filter(Boolean).length).toBeLessThan(100)
  })

  it('still knows most of those that came back within its places', () => {
    const doorkeeper = new Doorkeeper(1024)
    const keys = Array.from({ length: 100 }, (_, page) => `/v1/articles/${page}`)
    for (const key of [...keys, ...keys, ...keys]) doorkeeper.greets(key)
    expect(keys.filter((key) => doorkeeper.greets(key)).length).toBeGreaterThan(80)
  })
})
