import { ArticleRevisions } from '@gazette/schema/revision'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const named = (author: string, source: string, ...slugs: string[]) =>
  articleContent({
    authors: [{ name: author, role: null }],
    editors: [{ name: '编辑', role: null }],
    source: { name: source, url: null },
    topics: slugs.map((slug) => ({ slug, name: slug.toUpperCase() })),
  })

describe.each(testEngines)('facets on %s', (engine) => {
  it('count published articles, most first, in a channel or everywhere', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    await publish(named('张三', '日报', 'a', 'b'), 'chzhxw')
    await publish(named('李四', '日报', 'b'), 'gkzcwj')
    await publishing.withdraw(await publish(named('王五', '晚报', 'c'), 'chzhxw'), '改期')
    await publishing.createDraft({ channelId: 'chzhxw', content: named('赵六', '周报', 'd') })
    const read = async (path: string) => (await app.inject(`/v1/${path}`)).json().data
    expect(await read('topics')).toEqual([
      { slug: 'b', name: 'B', articleCount: 2 },
      { slug: 'a', name: 'A', articleCount: 1 },
    ])
    expect(new Set((await read('authors')).map(({ name }: { name: string }) => name))).toEqual(new Set(['张三', '李四']))
    expect(await read('sources')).toEqual([{ name: '日报', articleCount: 2 }])
    expect(await read('topics?channel=xxgk')).toEqual([{ slug: 'b', name: 'B', articleCount: 1 }])
    expect(await read('authors?channel=zwzx')).toEqual([{ name: '张三', articleCount: 1 }])
    expect(await read('topics?limit=1')).toHaveLength(1)
    expect((await app.inject('/v1/sources?channel=none')).statusCode).toBe(400)
  })
})

describe.each(testEngines)('GET /v1/articles/:id/revisions on %s', (engine) => {
  it('tells the states readers have seen, newest first, and none that they have not', async () => {
    const { app, publish, publishing, setNow } = await buildTestApp({ engine })
    const id = await publish(articleContent({ title: '初稿' }), 'chzhxw')
    const { reviseArticle } = await import('../publishing/article-writer.ts')
    await publishing.write((writing) => reviseArticle(writing, id, articleContent({ title: '没有发布' })))
    setNow('2026-11-21T09:00:00+08:00')
    await publishing.correct(id, articleContent({ title: '更正' }))
    await publishing.write((writing) => reviseArticle(writing, id, articleContent({ title: '等待发布' })))
    const { data } = ArticleRevisions.parse((await app.inject(`/v1/articles/${id}/revisions`)).json())
    expect(data.map(({ revision, title, at }) => [revision, title, at])).toEqual([
      [3, '更正', '2026-11-21T09:00:00+08:00'],
      [1, '初稿', '2026-11-20T09:00:00+08:00'],
    ])
    expect(data[0]?.contentHash).toBe((await app.inject(`/v1/articles/${id}`)).json().contentHash)
    await publishing.remove(id, '有误')
    expect((await app.inject(`/v1/articles/${id}/revisions`)).statusCode).toBe(410)
    expect((await app.inject('/v1/articles/none/revisions')).statusCode).toBe(404)
  })
})
