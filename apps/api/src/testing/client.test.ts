import { beforeEach, describe, expect, it } from 'vitest'
// From its sources, so that no build has to come before the tests of the API.
import { createGazetteClient, type GazetteClient, isKnownBlock } from '../../../../packages/client/src/gazette-client.ts'
import { articleContent } from './article-factory.ts'
import { buildTestApp, type TestApp } from './build-test-app.ts'

const collect = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = []
  for await (const value of values) collected.push(value)
  return collected
}

describe('the client for third parties, over HTTP', () => {
  let api: TestApp
  let client: GazetteClient
  let statuses: number[]

  beforeEach(async () => {
    api = await buildTestApp({ engine: 'sqlite' })
    const apiUrl = await api.app.listen({ host: '127.0.0.1', port: 0 })
    statuses = []
    client = createGazetteClient({
      apiUrl,
      fetch: async (url, init) => {
        const response = await fetch(url, init)
        statuses.push(response.status)
        return response
      },
    })
  })

  it('reads everything the sample portal has, page after page, in every form', async () => {
    await api.insertExamples()
    const rows = await collect(client.articles.iterate({ limit: 7, fields: ['title', 'status'] }))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.length).toBe((await client.articles.list({ include: 'total', limit: 1 })).page.total)
    for (const { id, title } of rows) {
      const article = await client.articles.get(id)
      expect(article.title).toBe(title)
      expect(article.body.every(isKnownBlock)).toBe(true)
    }
    for (const body of ['html', 'markdown', 'text'] as const) {
      const rendered = await collect(client.articles.iterate({ body }))
      expect(rendered.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      expect(rendered.every((row) => row.body !== '')).toBe(true)
    }
  })

  it('finds its way by channels and addresses', async () => {
    await api.insertExamples('notice', 'removed')
    const { data } = await client.channels.list()
    const first = await client.channels.findByPath(data[0]?.path ?? '')
    expect(first?.id).toBe(data[0]?.id)
    expect(await client.channels.get(first?.id ?? '')).toEqual(first)
    expect(await client.channels.findByPath('no/such/channel')).toBeNull()
    const [notice] = (await client.articles.list()).data
    expect(await client.resolve(notice?.url ?? '')).toMatchObject({ kind: 'article', articleId: notice?.id })
    expect(await client.resolve('/no-such-page')).toBeNull()
    expect((await client.site()).timeZone).toBe('Asia/Shanghai')
  })

  it('pays 304 for what it has already, and reads anew what has changed', async () => {
    const [channel] = (await client.channels.list()).data
    await client.articles.list()
    await client.articles.list()
    expect(statuses).toEqual([200, 200, 304])
    const id = await api.publish(articleContent({ title: '新消息' }), channel?.id ?? '')
    expect((await client.articles.list()).data.map((row) => row.id)).toEqual([id])
    expect(await client.articles.related(id)).toMatchObject({ data: [] })
    expect(await client.articles.neighbours(id)).toEqual({ previous: null, next: null })
  })

  it('throws the problems of the API by their codes', async () => {
    await api.insertExamples('removed')
    const { changes } = client
    const [removed] = (await changes.list({ limit: 100 })).data.filter(({ type }) => type === 'article.removed')
    await expect(client.articles.get(removed?.articleId ?? '')).rejects.toMatchObject({ code: 'article-removed', status: 410 })
    await expect(client.articles.get('nosuch')).rejects.toMatchObject({ code: 'article-not-found', status: 404 })
    await expect(client.articles.list({ limit: 101 })).rejects.toMatchObject({ status: 400, errors: [{ parameter: 'limit' }] })
    await expect(changes.list({ cursor: 'forged' })).rejects.toMatchObject({ code: 'invalid-cursor' })
  })

  it('follows the changes from the first on, resumes where it stopped, and hears of new ones while it waits', async () => {
    const [channel] = (await client.channels.list()).data
    const publish = (title: string) => api.publish(articleContent({ title }), channel?.id ?? '')
    const [one, two] = [await publish('一'), await publish('二')]
    const seen: (string | undefined)[] = []
    let cursor: string | undefined
    for await (const batch of client.changes.follow({ limit: 1 })) {
      seen.push(...batch.changes.flatMap(({ type, articleId }) => (type === 'article.published' ? [articleId] : [])))
      cursor = batch.cursor
      if (seen.length === 2) break
    }
    expect(seen).toEqual([one, two])
    const next = client.changes.follow({ cursor }).next()
    const three = await publish('三')
    expect((await next).value?.changes.map(({ articleId }) => articleId)).toEqual([three])
  })
})
