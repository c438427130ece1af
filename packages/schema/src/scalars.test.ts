import { describe, expect, it } from 'vitest'
import { CalendarDate, ChannelPath, Id, Instant, WebUrl } from './scalars.ts'

describe('scalars', () => {
  it('an id is URL-safe lower case, at most 26 characters', () => {
    for (const id of ['a', '0', 'z'.repeat(26)]) expect(Id.safeParse(id).success).toBe(true)
    for (const id of ['', 'A', 'a-b', 'a b', '中', 'z'.repeat(27), 'a\n']) expect(Id.safeParse(id).success).toBe(false)
  })

  it('an instant names its offset', () => {
    for (const instant of ['2024-11-28T00:00:00+08:00', '2024-11-28T00:00:00Z', '2024-02-29T23:59:59.5-03:30'])
      expect(Instant.safeParse(instant).success).toBe(true)
    for (const instant of ['2024-11-28', '2024-11-28T00:00:00', '2024-11-28 00:00', '2023-02-29T00:00:00Z', '2024-11-28T24:00:00Z'])
      expect(Instant.safeParse(instant).success).toBe(false)
  })

  it('a calendar date exists', () => {
    expect(CalendarDate.safeParse('2024-02-29').success).toBe(true)
    for (const date of ['2023-02-29', '2024-13-01', '2024-1-1', '20240101']) expect(CalendarDate.safeParse(date).success).toBe(false)
  })

  it('a channel path is lower-case segments joined by single slashes', () => {
    for (const path of ['zwzx', 'zwzx/zhxw', 'a-1/b/c']) expect(ChannelPath.safeParse(path).success).toBe(true)
    for (const path of ['', '/zwzx', 'zwzx/', 'a//b', '../a', 'A', '政务', 'a_b', '-a'])
      expect(ChannelPath.safeParse(path).success).toBe(false)
  })

  it('a web address is absolute http or https', () => {
    expect(WebUrl.safeParse('https://www.example.gov.cn/art/2016/11/22/art_1621004_30332664.html').success).toBe(true)
    for (const url of ['/a', '//a.example/', 'ftp://a.example/', 'javascript:alert(1)']) expect(WebUrl.safeParse(url).success).toBe(false)
  })
})
