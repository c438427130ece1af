import { describe, expect, it } from 'vitest'
import { isPerson } from './is-person.ts'
import { createSeenLately, windowMilliseconds } from './seen-lately.ts'

const setUp = (maximum?: number) => {
  let now = 0
  const seen = createSeenLately(() => now, maximum)
  const sees = (address: string, articleId = 'a', program = 'one') => seen.isNew({ address, articleId, program })
  const advance = (milliseconds: number) => {
    now += milliseconds
  }
  return { seen, sees, advance }
}

describe('createSeenLately', () => {
  it('takes the same reader of the same article for new only after some minutes', () => {
    const { sees, advance } = setUp()
    expect([sees('192.0.2.1'), sees('192.0.2.1'), sees('192.0.2.1', 'b'), sees('192.0.2.2')]).toEqual([true, false, true, true])
    advance(windowMilliseconds)
    expect(sees('192.0.2.1')).toBe(false)
    advance(windowMilliseconds)
    expect(sees('192.0.2.1')).toBe(true)
  })

  it('tells readers behind one address apart by their programs, but not hundreds of them', () => {
    const { sees } = setUp()
    const counted = Array.from({ length: 300 }, (_, index) => sees('192.0.2.1', 'a', `program ${index}`)).filter(Boolean)
    expect(counted).toHaveLength(20)
  })

  it('never holds more than it may', () => {
    const { seen, sees } = setUp(100)
    for (let index = 0; index < 5000; index += 1) sees(`192.0.2.${index}`)
    expect(seen.size()).toBeLessThanOrEqual(204)
  })
})

describe('isPerson', () => {
  it.each([
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50',
    'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
    'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 Mobile Safari/537.36',
  ])('takes %s for one', (userAgent) => expect(isPerson(userAgent)).toBe(true))

  it.each([
    undefined,
    '',
    'curl/8.5.0',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
  ])('takes %s for none', (userAgent) => expect(isPerson(userAgent)).toBe(false))
})
