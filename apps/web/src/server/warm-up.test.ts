import { describe, expect, it } from 'vitest'
import { warmUp } from './warm-up.ts'

const contents = {
  listChannels: async () => [{ path: 'zwzx' }],
  getArticles: async () => ({ data: [{ id: 'a' }, { id: 'b' }] }),
}

describe('warmUp', () => {
  it('leaves it to the readers when the API is gone', async () => {
    const made: string[] = []
    const gone = { ...contents, getArticles: () => Promise.reject(new Error('refused')) }
    await warmUp(gone, async (path) => made.push(path), new AbortController().signal)
    expect(made).toEqual([])
  })

  it('makes home page, channels and newest articles one after the other, until it is told to stop', async () => {
    const stopping = new AbortController()
    const made: string[] = []
    let atOnce = 0
    const make = async (path: string) => {
      atOnce += 1
      expect(atOnce).toBe(1)
      await Promise.resolve()
      atOnce -= 1
      made.push(path)
      if (path === '/articles/a') stopping.abort()
    }
    await warmUp(contents, make, stopping.signal)
    expect(made).toEqual(['/', '/zwzx/', '/articles/a'])
  })
})
