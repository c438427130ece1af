import { gunzipSync } from 'node:zlib'
import { Article } from '@gazette/schema/article'
import { ChangeList } from '@gazette/schema/list'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { explainQuery } from '../testing/explain-query.ts'
import { testEngines } from '../testing/test-engines.ts'
import { readArticleBatches, selectBatch } from './article-batches.ts'

const parseLines = (text: string): Article[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Article.parse(JSON.parse(line)))

describe.each(testEngines)('GET /v1/export/articles.ndjson on %s', (engine) => {
  it('sends every public article once, the same as it is by itself', async () => {
    const { app, insertExamples } = await buildTestApp({ engine })
    await insertExamples()
    const response = await app.inject('/v1/export/articles.ndjson')
    expect(response.headers).toMatchObject({ 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' })
    const articles = parseLines(response.body)
    const { page } = (await app.inject('/v1/articles?include=total&limit=1')).json()
    expect(articles.filter(({ status }) => status === 'published')).toHaveLength(page.total)
    expect(articles.some(({ status }) => status === 'withdrawn')).toBe(true)
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
    for (const article of articles.slice(0, 5)) expect((await app.inject(`/v1/articles/${article.id}`)).json()).toEqual(article)
  })

  it('compresses on the way when asked, and sends nothing to HEAD', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(articleContent(), 'chzhxw')
    const plain = await app.inject('/v1/export/articles.ndjson?body=text')
    const packed = await app.inject({ url: '/v1/export/articles.ndjson?body=text', headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect((await app.inject({ url: '/v1/export/articles.ndjson', method: 'HEAD' })).body).toBe('')
  })

  it('tells where to follow the changes from, so that a copy made while others write misses nothing', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(articleContent(), 'chzhxw', 'a1')
    const { headers } = await app.inject('/v1/export/articles.ndjson')
    const [, address] = /^<https:\/\/api\.example\.gov\.cn([^>]+)>; rel="monitor"$/.exec(String(headers['link'])) ?? []
    await publish(articleContent(), 'chzhxw', 'a2')
    expect(ChangeList.parse((await app.inject(address ?? '')).json()).data).toMatchObject([{ type: 'article.published', articleId: 'a2' }])
  })

  it('reads batch by batch, and every article that is there from beginning to end comes once while others come and go', async () => {
    const { store, publish, publishing, app } = await buildTestApp({ engine })
    for (const id of ['b', 'd', 'f', 'h']) await publish(articleContent(), 'chzhxw', id)
    const options = { store, channels: (await import('../channels/channel-snapshot.ts')).createChannelSnapshot(store) }
    const { createAddresses } = await import('../addresses.ts')
    const addresses = createAddresses({ siteUrl: 'https://www.example.gov.cn', apiUrl: 'https://api.example.gov.cn' })
    const seen: string[][] = []
    for await (const batch of readArticleBatches({ ...options, addresses, timeZone: 'Asia/Shanghai' }, 'none', 2)) {
      seen.push(batch.map(({ id }) => id))
      if (seen.length > 1) continue
      await publish(articleContent(), 'chzhxw', 'a')
      await publish(articleContent(), 'chzhxw', 'g')
      await publishing.remove('f', '有误')
    }
    expect(seen).toEqual([['b', 'd'], ['g'], ['h']])
    expect((await app.inject('/livez')).statusCode).toBe(200)
  })
})

describe('a batch of the export', () => {
  it('is read from where the last one ended, without sorting what is behind it', async () => {
    const { store } = await buildTestApp({ engine: 'sqlite' })
    expect(await explainQuery(selectBatch({ store }, 'a', 100))).toEqual([
      expect.stringMatching(/articles.*\(id>\?\)$/),
      expect.stringMatching(/^SEARCH revisions/),
    ])
  })
})
