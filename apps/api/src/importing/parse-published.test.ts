import { describe, expect, it } from 'vitest'
import { findMoment, isPossible, toPublished } from './parse-published.ts'

const read = (text: string, timeZone = 'Asia/Shanghai') => {
  const moment = findMoment(text)
  return moment === null || !isPossible(moment) ? null : toPublished(moment, timeZone)
}

describe('dates of publication', () => {
  it.each([
    ['2024-11-28', '2024-11-28T00:00:00+08:00', 'day'],
    ['发布时间：2024年1月8日', '2024-01-08T00:00:00+08:00', 'day'],
    ['2008-3-6', '2008-03-06T00:00:00+08:00', 'day'],
    ['2020-10-04 20:30', '2020-10-04T20:30:00+08:00', 'minute'],
    ['2019年11月25日 16:04:30', '2019-11-25T16:04:30+08:00', 'second'],
    ['2020年10月04日08:15', '2020-10-04T08:15:00+08:00', 'minute'],
    ['2023/06/16 09时41分', '2023-06-16T09:41:00+08:00', 'minute'],
    ['2024-11-28 星期四 下午3:20', '2024-11-28T15:20:00+08:00', 'minute'],
    ['2022-05-13T07:02:11+08:00', '2022-05-13T07:02:11+08:00', 'second'],
    ['2022-05-12T23:02:11Z', '2022-05-13T07:02:11+08:00', 'second'],
    ['2026-10-04 01:39:11.0', '2026-10-04T01:39:11+08:00', 'second'],
  ])('reads %s', (text, publishedAt, publishedPrecision) => {
    expect(read(text)).toMatchObject({ publishedAt, publishedPrecision })
  })

  it('uses the offset in force on the day: summer time of 1988 in Shanghai', () => {
    expect(read('1988-06-01 00:30')?.publishedAt).toBe('1988-06-01T00:30:00+09:00')
    expect(read('2024-07-01 12:00', 'Europe/Berlin')?.publishedAt).toBe('2024-07-01T12:00:00+02:00')
    expect(read('2024-01-01', 'America/New_York')?.publishedAt).toBe('2024-01-01T00:00:00-05:00')
  })

  it.each(['2024-02-30', '2023-02-29 10:00', '2024-13-01', '2024-11-28 24:00', '2024-11-28 10:60', '1850-01-01', '0000-00-00'])(
    'refuses %s',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )

  it('does not see dates in longer numbers or addresses', () => {
    expect(findMoment('电话 0571-2024-11-28999')).toBeNull()
    expect(findMoment('192.2024.1.1')).toBeNull()
  })
})
