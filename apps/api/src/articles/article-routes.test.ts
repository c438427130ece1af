import { Article } from '@gazette/schema/article'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

describe.each(testEngines)('GET /v1/articles/:id on %s', (engine) => {
  it('answers a published article with its channel, breadcrumbs and blocks', async () => {
    const { app, publish } = await buildTestApp({ engine })
    const id = await publish(articleContent({ title: '一则消息' }), 'chzhxw')
    const response = await app.inject(`/v1/articles/${id}`)
    expect(response.statusCode).toBe(200)
    const article = Article.parse(response.json())
    expect(article).toMatchObject({
      id,
      title: '一则消息',
      status: 'published',
      channel: { path: 'zwzx/zhxw', name: '综合新闻' },
      publishedOn: '2026-11-01',
    })
    expect(article.breadcrumbs.map(({ name }) => name)).toEqual(['首页', '政务资讯', '综合新闻'])
    expect(article.body).toEqual([{ type: 'paragraph', id: 'p1', spans: [{ text: '一则消息，正文。' }] }])
  })

  it('answers 404 for a draft exactly as for an article that never was', async () => {
    const { app, publishing } = await buildTestApp({ engine })
    const id = await publishing.createDraft({ channelId: 'chzhxw', content: articleContent({ title: '未发布的秘密' }) })
    const [draft, nothing] = await Promise.all([app.inject(`/v1/articles/${id}`), app.inject('/v1/articles/nothing')])
    expect(draft.statusCode).toBe(404)
    const { instance: _, ...problem } = Problem.parse(draft.json())
    expect(nothing.json()).toMatchObject(problem)
  })

  it('answers 410 with the reason once the article is removed', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    const id = await publish(articleContent(), 'chzhxw')
    expect((await app.inject(`/v1/articles/${id}`)).statusCode).toBe(200)
    await publishing.remove(id, '内容有误')
    const response = await app.inject(`/v1/articles/${id}`)
    expect(response.statusCode).toBe(410)
    expect(Problem.parse(response.json())).toMatchObject({ code: 'article-removed', detail: '内容有误' })
  })

  it('keeps a withdrawn article readable with its notice', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    const id = await publish(articleContent(), 'chzhxw')
    await publishing.withdraw(id, '活动改期')
    const article = Article.parse((await app.inject(`/v1/articles/${id}`)).json())
    expect(article).toMatchObject({ status: 'withdrawn', withdrawal: { reason: '活动改期' } })
  })
})
