import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerCache } from './answer-cache.ts'

const answer = (text: string) => ({ etag: '', text })

describe('createAnswerCache', () => {
  it('drops what was not used for the longest time when room runs out', () => {
    const cache = createAnswerCache(6)
    cache.keep('a', answer('1'))
    cache.keep('b', answer('1'))
    cache.keep('c', answer('1'))
    cache.find('a')
    cache.keep('d', answer('1'))
    expect(['a', 'b', 'c', 'd'].map((url) => cache.find(url) !== undefined)).toEqual([true, false, true, true])
  })

  it('does not throw everything out for an answer that can never fit', () => {
    const cache = createAnswerCache(10)
    cache.keep('a', answer('1'))
    cache.keep('b', answer('1'.repeat(10)))
    expect(cache.find('a')).toEqual(answer('1'))
    expect(cache.find('b')).toBeUndefined()
  })

  it('keeps nothing when there is no room', () => {
    const cache = createAnswerCache(0)
    cache.keep('a', answer('1'))
    expect(cache.find('a')).toBeUndefined()
  })

  it('never holds more than it may, whatever is kept and replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 12 }))), (steps) => {
        const cache = createAnswerCache(20)
        for (const [url, text] of steps) cache.keep(url, answer(text))
        const held = ['a', 'b', 'c', 'd'].map((url) => (cache.find(url)?.text.length ?? -1) + 1)
        expect(held.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20)
      }),
    )
  })
})
