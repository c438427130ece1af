import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { createViewCounter } from './view-counter.ts'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0'

const setUp = async (engine: (typeof testEngines)[number]) => {
  const gazette = await buildTestApp({ engine, now: '2026-11-20T09:00:00+08:00' })
  const { app, store } = gazette
  const id = await gazette.publish(articleContent(), 'chzhxw', 'a')
  const see = async (address: string, userAgent = browser, articleId = id) =>
    app.inject({
      method: 'POST',
      url: `/v1/articles/${articleId}/views`,
      headers: { 'x-forwarded-for': address, 'user-agent': userAgent },
    })
  const told = async () => (await app.inject(`/v1/articles/${id}/views`)).json().views
  const stored = async () => (await store.db.select().from(store.tables.articleViews)).map(({ articleId, views }) => [articleId, views])
  return { ...gazette, id, see, told, stored }
}

describe.each(testEngines)('views on %s', (engine) => {
  it('count each reader once in some minutes, and no robot', async () => {
    const { see, told, setNow } = await setUp(engine)
    for (const address of ['203.0.113.1', '203.0.113.1', '203.0.113.2']) expect((await see(address)).statusCode).toBe(200)
    await see('203.0.113.3', 'Mozilla/5.0 (compatible; Baiduspider/2.0)')
    expect((await see('203.0.113.4')).json()).toEqual({ articleId: 'a', views: 3 })
    expect(await told()).toBe(3)
    setNow('2026-11-20T09:20:00+08:00')
    expect((await see('203.0.113.1')).json().views).toBe(4)
  })

  it('are written together, when the process ends at the latest, and never into the change log', async () => {
    const { app, see, stored, store, database } = await setUp(engine)
    const before = await store.db.select().from(store.tables.changes)
    for (let reader = 1; reader <= 5; reader += 1) await see(`203.0.113.${reader}`)
    expect(await stored()).toEqual([])
    await app.close()
    const again = await database.reopen()
    expect(await again.db.select().from(again.tables.articleViews)).toEqual([{ articleId: 'a', views: 5 }])
    expect(await again.db.select().from(again.tables.changes)).toEqual(before)
  })

  it('keep no answer or page from being reused: only their own number is out of date after a minute', async () => {
    const { app, see, told, setNow } = await setUp(engine)
    const article = await app.inject('/v1/articles/a')
    expect(await told()).toBe(0)
    await see('203.0.113.1')
    expect(await told()).toBe(0)
    expect((await app.inject('/v1/articles/a')).headers['etag']).toBe(article.headers['etag'])
    setNow('2026-11-20T09:01:01+08:00')
    expect(await told()).toBe(1)
  })

  it('are counted of what readers can see alone', async () => {
    const { app, see, publishing } = await setUp(engine)
    await publishing.createDraft({ id: 'draft', channelId: 'chzhxw', content: articleContent() })
    expect((await see('203.0.113.1', browser, 'draft')).statusCode).toBe(404)
    expect((await see('203.0.113.1', browser, 'nosuch')).statusCode).toBe(404)
    await publishing.remove('a', '内容有误')
    expect([(await see('203.0.113.1')).statusCode, (await app.inject('/v1/articles/a/views')).statusCode]).toEqual([410, 410])
  })

  it('add up over processes, survive a database that is away, and take bounded memory', async () => {
    const { store, database, stored } = await setUp(engine)
    const errors: unknown[] = []
    let isAway = true
    const failing = {
      ...store,
      withTransaction: (work) => (isAway ? Promise.reject(new Error('away')) : store.withTransaction(work)),
    } as typeof store
    const [one, other] = [
      createViewCounter(failing, (error) => errors.push(error), 2),
      createViewCounter(await database.reopen(), () => {}),
    ]
    for (const id of ['a', 'a', 'unknown', 'beyond']) one.count(id)
    other.count('a')
    await one.flush()
    await other.flush()
    expect([await stored(), errors.length, one.pending('a'), one.pending('beyond')]).toEqual([[['a', 1]], 1, 2, 0])
    isAway = false
    await one.stop()
    expect(await stored()).toEqual([['a', 3]])
  })
})
