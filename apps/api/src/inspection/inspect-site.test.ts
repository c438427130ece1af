import { describe, expect, it } from 'vitest'
import { createChannelTree, type StoredChannel } from '../channels/channel-tree.ts'
import { addMonths } from './add-months.ts'
import { inspectSite } from './inspect-site.ts'

const timeZone = 'Asia/Shanghai'
const at = (text: string): number => Date.parse(`${text}+08:00`)

const channel = (id: string, name: string, columnType = '工作动态', parentId: string | null = null): StoredChannel => ({
  id,
  parentId,
  segment: id,
  name,
  description: '',
  keywords: [],
  columnType,
  position: 0,
})

const inspect = (channels: StoredChannel[], last: Record<string, string>, now = '2026-11-20T09:00:00') =>
  inspectSite({
    tree: createChannelTree(channels),
    published: new Map(Object.entries(last).map(([id, text]) => [id, { articleCount: 1, lastPublishedAt: at(text) }])),
    now: at(now),
    timeZone,
  })

const stateOf = (last: string, name: string, columnType?: string, now?: string) =>
  inspect([channel('a', name, columnType)], { a: last }, now).channels[0]

describe('inspectSite', () => {
  it('finds news overdue after two weeks, and warns three days before', () => {
    const states = ['2026-11-05T09:00:00', '2026-11-06T09:00:00', '2026-11-06T09:00:01', '2026-11-09T09:00:00', '2026-11-09T09:00:01']
    expect(states.map((last) => stateOf(last, '工作动态')?.state)).toEqual(['overdue', 'overdue', 'dueSoon', 'dueSoon', 'current'])
    expect(stateOf('2026-11-06T09:00:00', '工作动态')?.overdueAt).toBe('2026-11-20T09:00:00+08:00')
  })

  it.each([
    ['通知公告', '工作动态'],
    ['制度', '政策文件'],
  ])('finds %s overdue after six months', (name, columnType) => {
    expect(stateOf('2026-05-20T09:00:00', name, columnType)).toMatchObject({ state: 'overdue', group: 'notices' })
    expect(stateOf('2026-05-20T09:00:01', name, columnType)?.state).toBe('dueSoon')
    expect(stateOf('2026-06-20T09:00:00', name, columnType)?.state).toBe('current')
  })

  it('sets no term for what describes the body itself', () => {
    expect(stateOf('2016-01-01T00:00:00', '机构职能', '机构职能')).toMatchObject({ state: 'none', overdueAt: null })
  })

  it('takes what is published below a channel for its own, and does not count what only leads there', () => {
    const tree = [channel('top', '要闻'), channel('low', '综合', '工作动态', 'top')]
    expect(inspect(tree, { low: '2026-11-19T09:00:00' }).channels.map(({ channel: { id } }) => id)).toEqual(['low'])
    const both = inspect(tree, { top: '2026-01-01T00:00:00', low: '2026-11-19T09:00:00' })
    expect(both.channels.map(({ state }) => state)).toEqual(['current', 'current'])
  })

  it('rejects a site whose home page has no news for two weeks, or none at all', () => {
    expect(inspect([channel('a', '简介', '概况信息')], { a: '2026-11-06T09:00:00' })).toMatchObject({
      passed: false,
      home: { state: 'overdue' },
    })
    expect(inspect([], {})).toMatchObject({ passed: false, home: { state: 'empty' } })
    expect(inspect([channel('a', '简介', '概况信息')], { a: '2026-11-19T09:00:00' }).passed).toBe(true)
  })

  it('rejects from five overdue channels of news and first-level notices on, from ten of any, from five empty ones', () => {
    const old = '2026-01-01T00:00:00'
    const failed = (channels: StoredChannel[], isEmpty = false) => {
      const last = Object.fromEntries(isEmpty ? [] : channels.map(({ id }) => [id, old]))
      const { indicators } = inspect([...channels, channel('fresh', '简介', '概况信息')], { ...last, fresh: '2026-11-20T08:00:00' })
      return indicators.filter(({ passed }) => !passed).map(({ code }) => code)
    }
    const news = (count: number) => Array.from({ length: count }, (_, index) => channel(`n${index}`, '动态'))
    const parent = channel('p', '信息', '信息公开目录')
    const lowNotices = (count: number) => Array.from({ length: count }, (_, index) => channel(`l${index}`, '公告', '政策文件', 'p'))
    expect(failed(news(4))).toEqual([])
    expect(failed([...news(4), channel('top', '通知公告')])).toEqual(['news-and-notices'])
    expect(failed([parent, ...lowNotices(9)])).toEqual([])
    expect(failed([parent, ...lowNotices(10)])).toEqual(['overdue'])
    expect([failed(news(4), true), failed(news(5), true)]).toEqual([[], ['empty']])
  })
})

describe('addMonths', () => {
  it.each([
    ['2026-05-20T09:00:00', 6, '2026-11-20T09:00:00'],
    ['2026-08-31T23:59:59', 6, '2027-02-28T23:59:59'],
    ['2027-08-31T00:00:00', 6, '2028-02-29T00:00:00'],
    ['2026-12-15T12:00:00', 1, '2027-01-15T12:00:00'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(at(from), months, timeZone)).toBe(at(to))
  })
})
