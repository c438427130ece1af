import { ChangeList } from '@gazette/schema/list'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { createPublishing } from '../publishing/publishing.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const read = async ({ app }: TestApp, query = ''): Promise<ChangeList> => {
  const response = await app.inject(`/v1/changes${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return ChangeList.parse(response.json())
}

/** Where the feed stands now: behind the channels of the example site. */
const latestCursor = async (test: TestApp): Promise<string> => {
  let { page, data } = await read(test, '?limit=100')
  while (data.length > 0) ({ page, data } = await read(test, `?limit=100&cursor=${page.next}`))
  return page.next
}

describe.each(testEngines)('GET /v1/changes on %s', (engine) => {
  it('tells everything that readers can see, in the order it was committed', async () => {
    const test = await buildTestApp({ engine })
    const start = await latestCursor(test)
    await test.publish(articleContent({ title: '甲' }), 'chzhxw', 'a1')
    await test.publish(articleContent({ title: '乙' }), 'chzhxw', 'a2')
    await test.publishing.correct('a1', articleContent({ title: '甲二' }))
    await test.publishing.move('a1', 'chgzdt')
    await test.publishing.withdraw('a1', '改期')
    await test.publishing.remove('a2', '有误')
    const { data } = await read(test, `?cursor=${start}`)
    expect(data.map(({ type, articleId, channelId, previousChannelId }) => [type, articleId, channelId, previousChannelId])).toEqual([
      ['article.published', 'a1', 'chzhxw', undefined],
      ['article.published', 'a2', 'chzhxw', undefined],
      ['article.updated', 'a1', 'chzhxw', undefined],
      ['article.updated', 'a1', 'chgzdt', 'chzhxw'],
      ['article.withdrawn', 'a1', 'chgzdt', undefined],
      ['article.removed', 'a2', 'chzhxw', undefined],
    ])
    expect(
      data.map(({ article }) => article?.title),
      'articles as they are now, removed ones not at all',
    ).toEqual(['甲二', undefined, '甲二', '甲二', '甲二', undefined])
    expect(data.map(({ id }) => Number(id))).toEqual(data.map(({ id }) => Number(id)).toSorted((a, b) => a - b))
  })

  it('says nothing of drafts, their removal, or corrections that are not published', async () => {
    const test = await buildTestApp({ engine })
    await test.publishing.createDraft({ id: 'draft', channelId: 'chzhxw', content: articleContent({ title: '秘密' }) })
    const start = await latestCursor(test)
    await test.publishing.move('draft', 'chgzdt')
    await test.publishing.remove('draft', '不发了')
    expect((await read(test, `?cursor=${start}`)).data).toEqual([])
  })

  it('tells that a channel and everything below it has changed', async () => {
    const test = await buildTestApp({ engine })
    const start = await latestCursor(test)
    const { updateChannel } = await import('../publishing/channel-writer.ts')
    await test.publishing.write((writing) => updateChannel(writing, 'tagz', { name: '提案' }))
    const { data } = await read(test, `?cursor=${start}`)
    expect(data.map(({ type, channelId }) => `${type} ${channelId}`)).toEqual(
      ['tagz', 'tatadt', 'tataxd', 'xdjjfz', 'xdmsbz'].map((id) => `channel.updated ${id}`),
    )
  })

  it('continues anywhere without gap or repeat, and from its end without end', async () => {
    const test = await buildTestApp({ engine })
    const all = (await read(test, '?limit=100')).data.map(({ id }) => id)
    const seen: string[] = []
    let query = '?limit=7'
    while (true) {
      const { data, page } = await read(test, query)
      if (data.length === 0) break
      seen.push(...data.map(({ id }) => id))
      query = `?limit=7&cursor=${page.next}`
    }
    expect(seen).toEqual(all)
    await test.publish(articleContent(), 'chzhxw', 'a1')
    expect((await read(test, query)).data).toMatchObject([{ type: 'article.published', articleId: 'a1' }])
  })

  it('tells with cursor=now where the log ends, and only what comes after it from there', async () => {
    const test = await buildTestApp({ engine })
    const other = createPublishing({ store: await test.database.reopen(), clock: () => Date.parse('2026-11-20T09:00:00+08:00') })
    // Committed by another process: what this one has kept must know of it before it names the place behind it.
    const first = await other.createDraft({ channelId: 'chzhxw', content: articleContent({ title: '甲' }) })
    await test.app.inject(`/v1/articles/${first}`)
    await other.publish(first)
    const { data, page } = await read(test, '?cursor=now')
    expect(data).toEqual([])
    expect((await test.app.inject(`/v1/articles/${first}`)).statusCode).toBe(200)
    expect(page.next).toBe(await latestCursor(test))
    await test.publish(articleContent({ title: '乙' }), 'chzhxw', 'a2')
    expect((await read(test, `?cursor=${page.next}`)).data).toMatchObject([{ type: 'article.published', articleId: 'a2' }])
  })

  it('links to where it continues, in the body and in the Link header, and is never kept without asking again', async () => {
    const test = await buildTestApp({ engine })
    const response = await test.app.inject('/v1/changes?limit=3')
    const { links, page } = ChangeList.parse(response.json())
    expect(links.next).toBe(`https://api.example.gov.cn/v1/changes?limit=3&cursor=${page.next}`)
    expect(response.headers['link']).toContain(`<${links.next}>; rel="next"`)
    expect(response.headers['cache-control']).toBe('no-cache')
  })

  it('refuses cursors of lists and cursors that were made up', async () => {
    const test = await buildTestApp({ engine })
    for (const id of ['a1', 'a2']) await test.publish(articleContent(), 'chzhxw', id)
    const { next } = (await test.app.inject('/v1/articles?limit=1')).json().page
    for (const cursor of [next, '1', 'AAAAAAAAAAAAAAAAAAAA']) {
      const response = await test.app.inject(`/v1/changes?cursor=${cursor}`)
      expect(response.statusCode).toBe(400)
      expect(Problem.parse(response.json()).code).toBe('invalid-cursor')
    }
  })

  it('wakes whoever waits within a second of a commit, of this process or of another', async () => {
    const test = await buildTestApp({ engine })
    const other = createPublishing({ store: await test.database.reopen(), clock: () => Date.parse('2026-11-20T09:00:00+08:00') })
    let cursor = await latestCursor(test)
    for (const publishing of [test.publishing, other]) {
      const id = await publishing.createDraft({ channelId: 'chzhxw', content: articleContent() })
      const waiting = read(test, `?wait=30&cursor=${cursor}`)
      const committed = publishing.publish(id).then(() => performance.now())
      const page = await waiting
      const woken = performance.now()
      expect(page.data).toMatchObject([{ type: 'article.published', articleId: id }])
      expect(woken - (await committed)).toBeLessThan(1_000)
      cursor = page.page.next
    }
  })

  it('answers an empty page when the time to wait is over', async () => {
    const test = await buildTestApp({ engine })
    const cursor = await latestCursor(test)
    const { data, page } = await read(test, `?wait=1&cursor=${cursor}`)
    expect(data).toEqual([])
    expect(page.next).toBe(cursor)
  })

  it('lets those who wait go when the server closes', async () => {
    const test = await buildTestApp({ engine })
    await test.app.listen({ host: '127.0.0.1', port: 0 })
    const address = test.app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const cursor = await latestCursor(test)
    const arrived = new Promise<void>((resolve) => test.app.server.once('request', () => resolve()))
    const waiting = fetch(`http://127.0.0.1:${port}/v1/changes?wait=30&cursor=${cursor}`).then((response) => response.json())
    await arrived
    const closing = performance.now()
    await test.app.close()
    expect(ChangeList.parse(await waiting).data).toEqual([])
    expect(performance.now() - closing).toBeLessThan(5_000)
  })
})
