import { Resolution } from '@gazette/schema/resolution'
import { describe, expect, it } from 'vitest'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const ask = ({ app }: TestApp, url: string) => app.inject(`/v1/resolve?url=${encodeURIComponent(url)}`)

const resolve = async (test: TestApp, url: string): Promise<Resolution> => {
  const response = await ask(test, url)
  expect(response.statusCode, `${url} ${response.body}`).toBe(200)
  return Resolution.parse(response.json())
}

const withLegacy = async (engine: 'sqlite' | 'postgres'): Promise<TestApp> => {
  const test = await buildTestApp({ engine })
  await test.publish(articleContent(), 'chzhxw', 'a1')
  await test.publishing.write((writing) =>
    addRedirect(writing, 'http://www.zhengxie.example/art/2016/11/22/Art_1_2.html?id=7&b=1', { articleId: 'a1' }),
  )
  return test
}

describe.each(testEngines)('GET /v1/resolve on %s', (engine) => {
  it('finds an article by its address, in full or as a path', async () => {
    const test = await withLegacy(engine)
    for (const url of ['https://www.example.gov.cn/articles/a1', '/articles/a1', '/articles/a1?utm_source=wechat#top'])
      expect(await resolve(test, url), url).toMatchObject({
        kind: 'article',
        articleId: 'a1',
        channelId: 'chzhxw',
        location: 'https://www.example.gov.cn/articles/a1',
      })
  })

  it('finds a channel by its path, with and without a slash at the end', async () => {
    const test = await buildTestApp({ engine })
    for (const url of ['/zwzx/zhxw/', '/zwzx/zhxw', 'https://www.example.gov.cn/zwzx/zhxw/?page=2'])
      expect(await resolve(test, url), url).toMatchObject({
        kind: 'channel',
        channelId: 'chzhxw',
        articleId: null,
        location: 'https://www.example.gov.cn/zwzx/zhxw/',
      })
  })

  it('finds what a legacy address became, in every spelling of it', async () => {
    const test = await withLegacy(engine)
    const path = '/art/2016/11/22/art_1_2.html'
    for (const url of [
      `http://www.zhengxie.example${path}?id=7&b=1`,
      `https://zhengxie.example${path}?b=1&id=7`,
      `HTTP://WWW.ZHENGXIE.EXAMPLE/ART/2016/11/22/ART_1_2.HTML?b=1&id=7`,
      `http://www.zhengxie.example:80//art/2016/11//22/art_1_2.html?b=1&id=7&utm_source=x&spm=a.b#anchor`,
      `http://www.zhengxie.example/art/2016/11/22/%61rt_1_2.html?id=7&b=1`,
      `${path}?id=7&b=1`,
      `https://www.example.gov.cn${path}?id=7&b=1`,
    ])
      expect(await resolve(test, url), url).toMatchObject({
        kind: 'redirect',
        articleId: 'a1',
        location: 'https://www.example.gov.cn/articles/a1',
      })
    expect((await ask(test, `http://www.zhengxie.example${path}?id=8&b=1`)).statusCode, 'another page').toBe(404)
    expect((await ask(test, `http://elsewhere.example${path}?id=7&b=1`)).statusCode, 'another host').toBe(404)
  })

  it('says that a removed article is gone and why, also at its legacy address, or where its readers are sent instead', async () => {
    const test = await withLegacy(engine)
    await test.publish(articleContent(), 'chzhxw', 'a2')
    await test.publishing.remove('a1', '内容有误')
    await test.publishing.remove('a2', '重复', { from: 'https://www.example.gov.cn/articles/a2', to: 'https://www.example.gov.cn/zwzx/' })
    const gone = { kind: 'gone', articleId: 'a1', location: null, reason: '内容有误' }
    expect(await resolve(test, '/articles/a1')).toMatchObject(gone)
    expect(await resolve(test, '/art/2016/11/22/art_1_2.html?id=7&b=1')).toMatchObject(gone)
    expect(await resolve(test, '/articles/a2')).toMatchObject({ kind: 'redirect', location: 'https://www.example.gov.cn/zwzx/' })
  })

  it('prefers what stands at an address to a page of another host with the same path', async () => {
    const test = await buildTestApp({ engine })
    await test.publishing.write((writing) => addRedirect(writing, 'http://old.example/zwzx/', { channelId: 'zwzx' }))
    expect(await resolve(test, '/zwzx/')).toMatchObject({ kind: 'channel' })
    expect(await resolve(test, 'http://old.example/zwzx/')).toMatchObject({ kind: 'redirect', channelId: 'zwzx' })
  })

  it('follows a channel that moves', async () => {
    const test = await buildTestApp({ engine })
    await resolve(test, '/zwzx/zhxw/')
    const { updateChannel } = await import('../publishing/channel-writer.ts')
    await test.publishing.write((writing) => updateChannel(writing, 'chzhxw', { parentId: 'xxgk' }))
    expect((await ask(test, '/zwzx/zhxw/')).statusCode).toBe(404)
    expect(await resolve(test, '/xxgk/zhxw/')).toMatchObject({ kind: 'channel', channelId: 'chzhxw' })
  })

  it('answers 404 for what nobody knows and for drafts, and 400 for what is no address', async () => {
    const test = await buildTestApp({ engine })
    await test.publishing.createDraft({ id: 'draft', channelId: 'chzhxw', content: articleContent() })
    await test.publishing.write((writing) => addRedirect(writing, 'http://old.example/draft.html', { articleId: 'draft' }))
    for (const url of [
      '/articles/draft',
      'http://old.example/draft.html',
      '/draft.html',
      '/nothing',
      '/articles/none',
      'https://elsewhere.example/',
    ])
      expect((await ask(test, url)).statusCode, url).toBe(404)
    for (const url of ['', 'nothing', '//elsewhere.example/', 'javascript:alert(1)', 'ftp://old.example/', '/a b', '/\\evil', 'http://'])
      expect((await ask(test, url)).statusCode, url).toBe(400)
    expect((await test.app.inject('/v1/resolve')).json()).toMatchObject({ errors: [{ parameter: 'url', code: 'required' }] })
  })
})
