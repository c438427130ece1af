import { describe, expect, it } from 'vitest'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const canary = 'canary'
const secret = (name: string) =>
  articleContent({
    title: `${canary}-${name}`,
    summary: `${canary}-${name}`,
    kind: 'notice',
    authors: [{ name: `${canary}-${name}`, role: null }],
    editors: [{ name: `${canary}-${name}`, role: null }],
    source: { name: `${canary}-${name}`, url: null },
    topics: [{ slug: `${canary}-${name}`, name: `${canary}-${name}` }],
    keywords: [`${canary}-${name}`],
  })

const addresses = [
  '/v1/site',
  '/v1/channels',
  '/v1/channels/chzhxw',
  '/v1/articles',
  '/v1/articles?body=html&include=total',
  '/v1/articles?body=blocks&sort=updatedAt',
  '/v1/articles?ids=open,draft,removed,thrown,drafted&body=text',
  '/v1/articles?updatedSince=2000-01-01',
  '/v1/changes?limit=100',
  '/v1/articles/open',
  '/v1/articles/open/related?limit=20',
  '/v1/articles/open/neighbours',
  '/v1/articles/open/reading?limit=20',
  '/v1/articles/open?body=markdown',
  ...['draft', 'removed', 'thrown'].flatMap((id) => [
    `/v1/articles/${id}`,
    `/v1/articles/${id}?body=text`,
    `/v1/articles/${id}/related`,
    `/v1/articles/${id}/neighbours`,
    `/v1/articles/${id}/reading`,
    `/v1/resolve?url=/articles/${id}`,
    `/v1/resolve?url=http://old.example/${id}.html`,
  ]),
]

describe.each(testEngines)('what is not published, on %s', (engine) => {
  it('is in no answer, header or error: drafts, removed articles, earlier revisions and corrections that wait', async () => {
    const { app, publishing, publish } = await buildTestApp({ engine })
    await publish(articleContent({ title: '公开' }), 'chzhxw', 'open')
    await publishing.createDraft({ id: 'draft', channelId: 'chzhxw', content: secret('draft') })
    await publish(secret('removed'), 'chzhxw', 'removed')
    await publishing.createDraft({ id: 'thrown', channelId: 'chzhxw', content: secret('thrown') })
    for (const id of ['draft', 'removed', 'thrown'])
      await publishing.write((writing) => addRedirect(writing, `http://old.example/${id}.html`, { articleId: id }))
    await publishing.remove('removed', '有误')
    await publishing.remove('thrown', '不发了')
    await publish(secret('earlier'), 'chzhxw', 'corrected')
    await publishing.correct('corrected', articleContent({ title: '更正之后' }))
    const { reviseArticle } = await import('../publishing/article-writer.ts')
    await publishing.write((writing) => reviseArticle(writing, 'open', secret('waiting')))
    for (const url of [...addresses, '/v1/articles/corrected', '/v1/articles/corrected/related']) {
      for (const language of ['zh', 'en']) {
        const response = await app.inject({ url, headers: { 'accept-language': language } })
        expect(response.statusCode, url).toBeLessThan(500)
        expect(response.body, url).not.toContain(canary)
        expect(JSON.stringify(response.headers), url).not.toContain(canary)
      }
    }
  })

  it('cannot be told from what never was', async () => {
    const { app, publishing } = await buildTestApp({ engine })
    await publishing.createDraft({ id: 'draft', channelId: 'chzhxw', content: secret('draft') })
    await publishing.createDraft({ id: 'thrown', channelId: 'chzhxw', content: secret('thrown') })
    await publishing.remove('thrown', '不发了')
    const answer = async (url: string) => {
      const { statusCode, body, headers } = await app.inject({ url, headers: { 'x-request-id': 'same' } })
      return { statusCode, body: body.replaceAll(/draft|thrown|never/g, '…'), names: Object.keys(headers) }
    }
    for (const place of ['/v1/articles/…', '/v1/articles/…/related', '/v1/articles?ids=…', '/v1/resolve?url=/articles/…']) {
      const never = await answer(place.replace('…', 'never'))
      for (const id of ['draft', 'thrown']) expect(await answer(place.replace('…', id)), place).toEqual(never)
    }
    for (const filter of ['author', 'source', 'topic'])
      expect((await app.inject(`/v1/articles?${filter}=${canary}-draft&include=total`)).json()).toMatchObject({
        data: [],
        page: { total: 0 },
      })
  })
})
