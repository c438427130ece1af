import { describe, expect, it } from 'vitest'
import { applyPreferences, defaultPreferences, parsePreferences, toCookieValue, toReturnPath, toSetCookie } from './preferences.ts'

describe('preferences', () => {
  it('come back from the cookie they were put in', () => {
    const preferences = applyPreferences(defaultPreferences, new URLSearchParams('text=large&scheme=dark&mode=elder'))
    expect(parsePreferences(`other=1; reading=${toCookieValue(preferences)}`)).toEqual(preferences)
  })

  it('ignore values nobody offered', () => {
    expect(parsePreferences('reading=text:huge.scheme:%3Cscript%3E.unknown:1')).toEqual(defaultPreferences)
  })

  it('leave no cookie when nothing differs from the default', () => {
    expect(toSetCookie(defaultPreferences, false)).toContain('Max-Age=0')
  })

  it('travel only over https where the site does', () => {
    expect(toSetCookie({ ...defaultPreferences, text: 'large' }, true)).toContain('; Secure')
  })
})

describe('toReturnPath', () => {
  it('goes back to a page of this site', () => {
    expect(toReturnPath('/articles/abc?x=1')).toBe('/articles/abc?x=1')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a\r\nSet-Cookie: x=1', '', null])(
    'never leads to %j',
    (wanted) => {
      expect(toReturnPath(wanted)).toBe('/preferences')
    },
  )
})
