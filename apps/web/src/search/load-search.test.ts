import type { ChannelNode } from '@gazette/schema/channel'
import { describe, expect, it } from 'vitest'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import type { SearchParameters } from '../content-api/open-content-api.ts'
import type { SearchAnswer } from '../content-api/search-answer.ts'
import { loadSearch } from './load-search.ts'

const below = { path: 'zwzx/zhxw', children: [] }
const channels = Promise.resolve([{ path: 'zwzx', children: [below] }] as unknown as ChannelNode[])
const answer: SearchAnswer = { data: [], page: {}, total: 41, totalIsExact: true, facets: null, suggestion: null }

const setUp = (fail?: ApiUnavailable) => {
  const asked: SearchParameters[] = []
  const load = (parameters: Record<string, string>) =>
    loadSearch(
      {
        search: async (query) => {
          asked.push(query)
          if (fail) throw fail
          return { status: 'found', value: answer }
        },
      },
      parameters,
      channels,
    )
  return { asked, load }
}

describe('loadSearch', () => {
  it('asks with every condition, the last day included', async () => {
    const { asked, load } = setUp()
    await load({ q: ' 协商 ', channel: 'zwzx/zhxw', kind: 'news', from: '2024-01-01', to: '2024-12-31', sort: 'oldest', page: '2' })
    expect(asked).toEqual([
      {
        q: '协商',
        channel: 'zwzx/zhxw',
        kind: 'news',
        from: '2024-01-01',
        to: '2025-01-01',
        sort: 'publishedAt',
        page: 2,
        limit: 20,
        include: 'facets',
      },
    ])
  })

  it('takes channels and kinds that do not exist for no condition', async () => {
    const { asked, load } = setUp()
    await load({ q: 'x', channel: 'nosuch', kind: 'praise', sort: 'random' })
    expect(asked).toEqual([{ q: 'x', sort: 'relevance', page: 1, limit: 20, include: 'facets' }])
  })

  it.each([
    [{ from: '2024-02-30' }, { from: expect.any(String) }],
    [{ to: 'yesterday' }, { to: expect.any(String) }],
    [{ from: '2025-01-01', to: '2024-01-01' }, { to: '截止日期早于起始日期' }],
  ])('asks nothing while a date is wrong: %o', async (days, wrongDays) => {
    const { asked, load } = setUp()
    expect(await load({ q: 'x', ...days })).toMatchObject({ show: { wrongDays, answer: null } })
    expect(asked).toEqual([])
  })

  it('asks nothing without words', async () => {
    const { asked, load } = setUp()
    expect(await load({ q: '  ', channel: 'zwzx' })).toMatchObject({ show: { question: { channel: 'zwzx' } }, isKept: false })
    expect(asked).toEqual([])
  })

  it('tells a question it cannot take from an API that is away', async () => {
    expect(await setUp(new ApiUnavailable('no', { status: 400 })).load({ q: 'x' })).toMatchObject({ show: { problem: 'refused' } })
    await expect(setUp(new ApiUnavailable('no', { status: 500 })).load({ q: 'x' })).rejects.toThrow('no')
  })

  it('has no page beyond the last', async () => {
    expect(await setUp().load({ q: 'x', page: '4' })).toEqual({ missing: true })
    expect(await setUp().load({ q: 'x', page: '0' })).toEqual({ missing: true })
  })
})
