import { createByteCache } from '@gazette/byte-cache/byte-cache'
import { describe, expect, it } from 'vitest'
import type { ApiResponse } from '../content-api/ask-api.ts'
import { answering } from '../testing/answering-ask.ts'
import { keepSharedAnswers } from './keep-shared-answers.ts'

const tagged = (status: number, cacheControl = 'public, max-age=0'): Promise<ApiResponse> =>
  answering(status, { data: [] }, { 'cache-tag': 'channels,list', 'cache-control': cacheControl })('', 0)

/** `answer` is what the API gives; every path it is asked for is noted. */
const start = (answer: () => Promise<ApiResponse> = () => tagged(200)) => {
  const state = { isFollowing: true, now: Date.parse('2026-11-26T09:00:00Z') }
  const now = () => state.now
  const cache = createByteCache({ maximumBytes: 1_000_000, now, staleSeconds: 0 })
  const asked: string[] = []
  const ask = keepSharedAnswers({
    cache,
    now,
    isFollowing: () => state.isFollowing,
    ask: (path) => {
      asked.push(path)
      return answer()
    },
  })
  const askTwice = async (path: string) => [await ask(path, 1), await ask(path, 1)]
  return { cache, asked, state, ask, askTwice }
}

describe('keepSharedAnswers', () => {
  it.each(['/v1/site', '/v1/channels', '/v1/articles?limit=11', '/v1/articles?channel=zwzx&limit=6', '/v1/placements'])(
    'asks once for %s',
    async (path) => {
      const { asked, askTwice } = start()
      const [first, second] = await askTwice(path)
      expect(asked).toEqual([path])
      // The very same bytes, so that they are parsed once, too.
      expect(second?.body).toBe(first?.body)
      expect(second?.headers['cache-tag']).toBe('channels,list')
    },
  )

  it.each(['/v1/articles/a', '/v1/articles?channel=zwzx&page=2&limit=20', '/v1/reports/form', '/v1/search?q=a'])(
    'asks every time for %s',
    async (path) => {
      const { asked, askTwice } = start()
      await askTwice(path)
      expect(asked).toHaveLength(2)
    },
  )

  it('asks again once something changed that the answer shows', async () => {
    const { asked, ask, cache } = start()
    await ask('/v1/channels', 1)
    cache.drop(['channels'])
    await ask('/v1/channels', 1)
    expect(asked).toHaveLength(2)
  })

  it('asks again for what is pinned once the first of it has ended', async () => {
    const data = [{ until: null }, { until: '2026-11-26T17:02:00+08:00' }, { until: '2026-11-26T17:01:00+08:00' }]
    const { asked, askTwice, state } = start(() => answering(200, { data })('', 0))
    await askTwice('/v1/placements')
    state.now += 59_999
    await askTwice('/v1/placements')
    expect(asked).toHaveLength(1)
    state.now += 1
    await askTwice('/v1/placements?channel=zwzx')
    await askTwice('/v1/placements')
    expect(asked).toEqual([
      '/v1/placements',
      '/v1/placements?channel=zwzx',
      '/v1/placements?channel=zwzx',
      '/v1/placements',
      '/v1/placements',
    ])
  })

  it('takes nothing for current while the change log is not followed', async () => {
    const { asked, askTwice, state } = start()
    state.isFollowing = false
    await askTwice('/v1/site')
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['an error', () => tagged(500)],
    ['that something is not there', () => tagged(404)],
    ['the last good answer of the API', () => tagged(200, 'no-cache')],
  ])('does not keep %s', async (_, answer) => {
    const { asked, askTwice } = start(answer)
    await askTwice('/v1/site')
    expect(asked).toHaveLength(2)
  })
})
