import { describe, expect, it } from 'vitest'
import { normaliseAddress } from './normalise-address.ts'

const page = (path: string) => ({ kind: 'page', key: path, path })

describe('normaliseAddress', () => {
  it.each([
    ['/', '/'],
    ['/?utm_source=x', '/'],
    ['/zwzx/zhxw/?page=2&utm=1', '/zwzx/zhxw/?page=2'],
    ['/articles/abc?fs=l&_rsc=1', '/articles/abc'],
    ['/search?q=%E5%8D%8F%E5%95%86&junk=1', '/search?q=%E5%8D%8F%E5%95%86'],
    ['/search?q=x&kind=news&from=2024-01-01', '/search?q=x&kind=news&from=2024-01-01'],
    ['/search/suggestions?q=x&limit=99', '/search/suggestions?q=x'],
    ['/leaving?article=a&url=https%3A%2F%2Fx.example%2F&next=1', '/leaving?article=a&url=https%3A%2F%2Fx.example%2F'],
    ['/zwzx/feed.rss?utm=1', '/zwzx/feed.rss'],
    ['/topics/water?page=2&page=3', '/topics/water?page=2'],
    ['/authors/%E5%86%AF%E6%A5%A0', '/authors/%E5%86%AF%E6%A5%A0'],
  ])('takes %s for %s', (asked, path) => {
    expect(normaliseAddress(asked)).toEqual(page(path))
  })

  it('keeps the query of addresses an older site may have used', () => {
    expect(normaliseAddress('/news_view.php?id=7')).toEqual(page('/news_view.php?id=7'))
  })

  it('writes one character in one way', () => {
    expect(normaliseAddress('/%61bout')).toEqual(page('/about'))
  })

  it.each([
    ['/articles/abc/', '/articles/abc'],
    ['/zwzx//zhxw/', '/zwzx/zhxw/'],
    ['//evil.example/x', '/evil.example/x'],
    ['/%2F%2Fevil.example', '/evil.example'],
    ['/search/?q=1', '/search?q=1'],
  ])('sends %s to %s', (asked, location) => {
    expect(normaliseAddress(asked)).toEqual({ kind: 'redirect', location })
  })

  it.each(['/%E0%A4%A', '/%00', '/a%0d%0aSet-Cookie:x', '/a%5Cb', 'http://evil.example/', `/${'a'.repeat(3000)}`])(
    'takes %s for no address',
    (asked) => {
      expect(normaliseAddress(asked)).toEqual({ kind: 'malformed' })
    },
  )
})
