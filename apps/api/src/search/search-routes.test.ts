import { Problem } from '@gazette/schema/problem'
import { SearchResults, SearchSuggestions } from '@gazette/schema/search'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const ask = async ({ app }: TestApp, query: Record<string, string>) => app.inject({ url: '/v1/search', query })
const search = async (api: TestApp, query: Record<string, string>) => SearchResults.parse((await ask(api, query)).json())

describe.each(testEngines)('GET /v1/search on %s', (engine) => {
  it('answers ranked hits with the places that match', async () => {
    const api = await buildTestApp({ engine })
    const id = await api.publish(articleContent({ title: '上虞政協消息' }), 'chzhxw')
    const { data, total, totalIsExact, facets, suggestion } = await search(api, { q: '政协' })
    expect({ total, totalIsExact, facets, suggestion }).toEqual({ total: 1, totalIsExact: true, facets: null, suggestion: null })
    expect(data[0]).toMatchObject({
      article: { id, title: '上虞政協消息', channel: { path: 'zwzx/zhxw' } },
      highlights: {
        title: [
          { text: '上虞', hit: false },
          { text: '政協', hit: true },
          { text: '消息', hit: false },
        ],
        body: [
          [
            { text: '上虞', hit: false },
            { text: '政協', hit: true },
            { text: '消息，正文。', hit: false },
          ],
        ],
      },
    })
  })

  it('finds what was published a moment ago, and not what was withdrawn', async () => {
    const api = await buildTestApp({ engine })
    expect((await search(api, { q: '消息' })).total).toBe(0)
    const id = await api.publish(articleContent({ title: '一则消息' }), 'chzhxw')
    expect((await search(api, { q: '消息' })).total).toBe(1)
    await api.publishing.withdraw(id, '有误')
    expect((await search(api, { q: '消息' })).total).toBe(0)
  })

  it('pages by cursors that belong to their search', async () => {
    const api = await buildTestApp({ engine })
    for (let number = 1; number <= 5; number += 1) await api.publish(articleContent({ title: `消息第${number}号` }), 'chzhxw')
    const first = await search(api, { q: '消息', limit: '2' })
    const titles = first.data.map(({ article }) => article.title)
    let { next } = first.page
    while (next !== null) {
      const page = await search(api, { q: '消息', limit: '2', cursor: next })
      titles.push(...page.data.map(({ article }) => article.title))
      next = page.page.next
      expect(page.page.previous).not.toBeNull()
    }
    expect(new Set(titles).size).toBe(5)
    expect((await search(api, { q: '消息', limit: '2', page: '3' })).data.map(({ article }) => article.title)).toEqual(titles.slice(4))
    const other = await ask(api, { q: '别的', limit: '2', cursor: first.page.next ?? '' })
    expect(Problem.parse(other.json())).toMatchObject({ status: 400, code: 'invalid-cursor' })
  })

  it('narrows by the filters of lists, and counts facets when asked', async () => {
    const api = await buildTestApp({ engine })
    const topics = [{ slug: 'tian', name: '提案' }]
    const id = await api.publish(articleContent({ title: '消息', kind: 'notice', topics, source: { name: '新华社', url: null } }), 'chzhxw')
    await api.publish(articleContent({ title: '消息', publishedAt: '2025-01-01T00:00:00+08:00' }), 'chzhxw')
    const filters = { channel: 'zwzx', topic: 'tian', source: '新华社', kind: 'notice', from: '2026-01-01', to: '2027-01-01' }
    const { data, facets } = await search(api, { q: '消息', include: 'facets', ...filters })
    expect(data.map(({ article }) => article.id)).toEqual([id])
    expect(facets).toEqual({
      channels: [{ value: 'zwzx/zhxw', name: '综合新闻', count: 1 }],
      kinds: [{ value: 'notice', name: 'notice', count: 1 }],
      sources: [{ value: '新华社', name: '新华社', count: 1 }],
      topics: [{ value: 'tian', name: '提案', count: 1 }],
      years: [{ value: '2026', name: '2026', count: 1 }],
    })
    expect((await search(api, { q: '消息', sort: 'publishedAt' })).data.at(-1)?.article.id).toBe(id)
  })

  it('refuses what it does not know or cannot mean, and names the parameter', async () => {
    const api = await buildTestApp({ engine })
    const refused: [query: Record<string, string>, parameter: string][] = [
      [{}, 'q'],
      [{ q: '' }, 'q'],
      [{ q: '政'.repeat(257) }, 'q'],
      [{ q: '政协', colour: 'red' }, 'colour'],
      [{ q: '政协', channel: 'no/where' }, 'channel'],
      [{ q: '政协', sort: 'best' }, 'sort'],
    ]
    for (const [query, parameter] of refused) {
      const problem = Problem.parse((await ask(api, query)).json())
      expect([problem.status, problem.errors?.[0]?.parameter]).toEqual([400, parameter])
    }
  })

  it('takes everything that is not its language literally', async () => {
    const api = await buildTestApp({ engine })
    const queries = [
      '%',
      '_',
      '*',
      '"',
      '\\',
      "'",
      'NEAR(',
      'a AND',
      '(',
      '政协 OR',
      '^政',
      '政:协',
      '！？。',
      '-',
      '"" ""',
      '🙂',
      'é\u0301',
    ]
    for (const q of queries) expect([q, (await ask(api, { q })).statusCode]).toEqual([q, 200])
  })

  it('offers what was meant when nothing is found, without applying it', async () => {
    const api = await buildTestApp({ engine })
    await api.publish(articleContent({ title: '上虞政协召开会议' }), 'chzhxw')
    expect(await search(api, { q: '正协' })).toMatchObject({ data: [], total: 0, suggestion: '政协' })
  })

  it('suggests words and titles while somebody types', async () => {
    const api = await buildTestApp({ engine })
    await api.publish(articleContent({ title: '上虞政协召开会议' }), 'chzhxw')
    for (const [q, text] of [
      ['政', '政协'],
      ['zhengx', '政协'],
      ['zx', '政协'],
      ['上虞政', '上虞政协召开会议'],
    ] as const) {
      const answer = await api.app.inject({ url: '/v1/search/suggestions', query: { q } })
      expect(SearchSuggestions.parse(answer.json()).data).toContainEqual({ text })
    }
  })
})
