import { describe, expect, it } from 'vitest'
import { bearerOf, createTokenText, digestOf, isTokenText } from './token-text.ts'

describe('the text of a token', () => {
  it('says what it is, is another one every time, and tells when a character is wrong', () => {
    const token = createTokenText()
    expect(token).toMatch(/^gzt_[0-9a-f]{48}$/)
    expect(createTokenText()).not.toBe(token)
    expect(isTokenText(token)).toBe(true)
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'a' ? 'b' : 'a'
      expect(isTokenText(token.slice(0, index) + other + token.slice(index + 1))).toBe(false)
    }
  })

  it('is not found in what is kept of it', () => {
    expect(digestOf('gzt_a')).toMatch(/^[\w-]{43}$/)
    expect(digestOf('gzt_a')).not.toBe(digestOf('gzt_b'))
  })
})

describe('an Authorization header', () => {
  it.each([
    ['Bearer gzt_1', 'gzt_1'],
    ['bearer  gzt_1', 'gzt_1'],
    ['Bearer', null],
    ['Bearer ', null],
    ['Bearer a b', null],
    ['Basic Z3p0OjE=', null],
    ['gzt_1', null],
    ['', null],
  ])('%j has the token %j', (header, token) => {
    expect(bearerOf(header)).toBe(token)
  })
})
