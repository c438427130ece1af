import { describe, expect, expectTypeOf, it } from 'vitest'
import { problem, startFakeApi } from '../testing/fake-api.ts'
import { createTestClient } from '../testing/test-client.ts'
import type { ArticleSummary, Block } from './gazette-client.ts'
import { isKnownBlock } from './gazette-client.ts'

const page = (ids: string[], next: string | null) => ({
  body: { data: ids.map((id) => ({ id })), page: { limit: 2, next, previous: null }, links: {} },
})

const collect = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = []
  for await (const value of values) collected.push(value)
  return collected
}

describe('articles', () => {
  it('asks with exactly the parameters given', async () => {
    await using api = await startFakeApi(() => page([], null))
    await createTestClient(api.url).client.articles.list({
      channel: 'zwzx/zhxw',
      ids: ['a', 'b'],
      fields: ['title', 'url'],
      body: 'text',
      limit: 5,
      topic: undefined,
    })
    const parameters = Object.fromEntries(api.requests[0]?.url.searchParams ?? [])
    expect(parameters).toEqual({ channel: 'zwzx/zhxw', ids: 'a,b', fields: 'title,url', body: 'text', limit: '5' })
  })

  it('walks all pages with the same filters and the cursor of each', async () => {
    await using api = await startFakeApi(({ url }) =>
      url.searchParams.get('cursor') === 'c2' ? page(['c'], null) : page(['a', 'b'], 'c2'),
    )
    const ids: string[] = []
    for await (const { id } of createTestClient(api.url).client.articles.iterate({ channel: 'zwzx' })) ids.push(id)
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(api.requests.map(({ url }) => url.search)).toEqual(['?limit=100&channel=zwzx', '?limit=100&channel=zwzx&cursor=c2'])
  })

  it('asks for no page the loop does not reach', async () => {
    await using api = await startFakeApi(() => page(['a', 'b'], 'more'))
    for await (const _ of createTestClient(api.url).client.articles.iterate()) break
    expect(api.requests).toHaveLength(1)
  })

  it('writes an id into the path as it is, whatever is in it', async () => {
    await using api = await startFakeApi(() => ({ body: {} }))
    const { articles } = createTestClient(api.url).client
    await articles.get('../site?x')
    await articles.related('a1', { limit: 3 })
    await articles.neighbours('a1')
    await articles.reading('a1', { limit: 3 })
    await articles.revisions('a1')
    expect(api.requests.map(({ url }) => url.pathname + url.search)).toEqual([
      '/v1/articles/..%2Fsite%3Fx',
      '/v1/articles/a1/related?limit=3',
      '/v1/articles/a1/neighbours',
      '/v1/articles/a1/reading?limit=3',
      '/v1/articles/a1/revisions',
    ])
  })

  it('types the body by the form that was asked for, and a row by its fields', async () => {
    await using api = await startFakeApi(({ url }) => (url.pathname.endsWith('/articles') ? page([], null) : { body: { body: '' } }))
    const { articles } = createTestClient(api.url).client
    expectTypeOf((await articles.get('a')).body).toEqualTypeOf<Block[]>()
    expectTypeOf((await articles.get('a', { body: 'html' })).body).toEqualTypeOf<string>()
    const { data } = await articles.list({ fields: ['title'], body: 'markdown' })
    expectTypeOf(data[0]).toExtend<{ id: string; title: string; body: string } | undefined>()
    expectTypeOf(data[0]).not.toExtend<{ summary: string } | undefined>()
    expectTypeOf((await articles.list()).data[0]).toExtend<ArticleSummary | undefined>()
  })
})

describe('channels, addresses and search', () => {
  it('ask where the contract says', async () => {
    await using api = await startFakeApi(() => ({ body: {} }))
    const { client } = createTestClient(api.url)
    await client.channels.list()
    await client.channels.get('c1')
    await client.channels.findByPath('zwzx/zhxw')
    await client.resolve('/old/1.html?a=1&b=2')
    await client.search({ q: '提案 "办理"', sort: 'relevance', limit: 10 })
    await client.suggest('提')
    expect(api.requests.map(({ url }) => decodeURIComponent(url.pathname + url.search).replaceAll('+', ' '))).toEqual([
      '/v1/channels',
      '/v1/channels/c1',
      '/v1/channels?path=zwzx/zhxw',
      '/v1/resolve?url=/old/1.html?a=1&b=2',
      '/v1/search?q=提案 "办理"&sort=relevance&limit=10',
      '/v1/search/suggestions?q=提',
    ])
  })

  it('give null for a path or an address nobody knows, and throw everything else', async () => {
    await using api = await startFakeApi(({ number }) => (number <= 2 ? problem(404, 'not-found') : problem(400, 'invalid-parameter')))
    const { client } = createTestClient(api.url)
    expect(await client.channels.findByPath('x')).toBeNull()
    expect(await client.resolve('/x')).toBeNull()
    await expect(client.resolve('x')).rejects.toMatchObject({ code: 'invalid-parameter' })
  })
})

describe('exportArticles', () => {
  const ndjson = { 'content-type': 'application/x-ndjson' }

  it('reads articles one by one, also where a character is cut by the network', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) => JSON.stringify({ id: `a${index}`, title: '政协😀'.repeat(20) }))
    await using api = await startFakeApi(() => ({ headers: ndjson, body: `${lines.join('\n')}\n` }))
    const read: string[] = []
    for await (const article of createTestClient(api.url).client.exportArticles()) read.push(JSON.stringify(article))
    expect(read).toEqual(lines)
  })

  it('does not take half an export for a whole one', async () => {
    await using cut = await startFakeApi(() => ({ headers: ndjson, body: '{"id":"a"}\n{"id":"b"}\n', cut: true }))
    await expect(collect(createTestClient(cut.url).client.exportArticles())).rejects.toMatchObject({ name: 'ConnectionError' })
    await using endless = await startFakeApi(() => ({ headers: ndjson, body: '{"id":"a"}\n{"id":' }))
    await expect(collect(createTestClient(endless.url).client.exportArticles())).rejects.toMatchObject({
      name: 'UnexpectedAnswerError',
    })
  })

  it('stops in the middle, with the reason of the caller', async () => {
    await using api = await startFakeApi(() => ({ headers: ndjson, body: '{"id":"a"}\n'.repeat(50_000) }))
    const controller = new AbortController()
    const articles = createTestClient(api.url).client.exportArticles({ signal: controller.signal })
    await articles.next()
    controller.abort(new Error('enough'))
    await expect(collect(articles)).rejects.toThrow('enough')
  })
})

describe('isKnownBlock', () => {
  it('tells blocks of today from those that are added later, which are simply passed on', async () => {
    const body = [
      { type: 'paragraph', id: 'p', spans: [] },
      { type: 'timeline', id: 't', events: [1] },
    ]
    await using api = await startFakeApi(() => ({ body: { body } }))
    const article = await createTestClient(api.url).client.articles.get('a')
    expect(article.body).toEqual(body)
    expect(article.body.filter(isKnownBlock).map(({ type }) => type)).toEqual(['paragraph'])
  })
})
