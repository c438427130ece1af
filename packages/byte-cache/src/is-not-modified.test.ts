import { describe, expect, it } from 'vitest'
import { isNotModified } from './is-not-modified.ts'

describe('isNotModified', () => {
  it.each(['"a"', 'W/"a"', '"x", "a"', '"x",W/"a" , "y"', '*', ' * ', '"with, comma", "a"'])('is true of "a" for %s', (ifNoneMatch) => {
    expect(isNotModified(ifNoneMatch, '"a"')).toBe(true)
  })

  it.each([undefined, '', '"b"', 'a', '"A"', '"a-br"', '"x, a"', '"', '"*"'])('is false of "a" for %s', (ifNoneMatch) => {
    expect(isNotModified(ifNoneMatch, '"a"')).toBe(false)
  })

  it('compares weakly in both directions', () => {
    expect(isNotModified('"a"', 'W/"a"')).toBe(true)
  })
})
