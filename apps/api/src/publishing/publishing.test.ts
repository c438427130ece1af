import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, testSiteUrl } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { updateChannel } from './channel-writer.ts'

const changesOf = async ({ app }: Awaited<ReturnType<typeof buildTestApp>>, id: string): Promise<string[]> => {
  const { data } = (await app.inject('/v1/changes?limit=100')).json()
  return data.filter((change: { articleId?: string }) => change.articleId === id).map(({ type }: { type: string }) => type)
}

describe.each(testEngines)('publishing on %s', (engine) => {
  it('writes one row of the change log for every state readers can see, and none for drafts', async () => {
    const gazette = await buildTestApp({ engine })
    const { publishing } = gazette
    const id = await publishing.createDraft({ channelId: 'chzhxw', content: articleContent() })
    expect(await changesOf(gazette, id)).toEqual([])
    await publishing.publish(id)
    await publishing.correct(id, articleContent({ title: '更正后的消息' }))
    await publishing.withdraw(id, '核实中')
    await publishing.publish(id)
    await publishing.remove(id, '内容有误')
    expect(await changesOf(gazette, id)).toEqual([
      'article.published',
      'article.updated',
      'article.withdrawn',
      'article.updated',
      'article.removed',
    ])
  })

  it('changes nothing when the same content is written again', async () => {
    const gazette = await buildTestApp({ engine })
    const id = await gazette.publish(articleContent(), 'chzhxw')
    expect(await gazette.publishing.correct(id, articleContent())).toBe(false)
    expect(await changesOf(gazette, id)).toEqual(['article.published'])
  })

  it('counts revisions and keeps the earlier ones', async () => {
    const { app, publish, publishing, store } = await buildTestApp({ engine })
    const id = await publish(articleContent({ title: '初稿' }), 'chzhxw')
    await publishing.correct(id, articleContent({ title: '改稿' }))
    expect((await app.inject(`/v1/articles/${id}`)).json()).toMatchObject({ revision: 2, title: '改稿' })
    const kept = await store.db.select({ content: store.tables.revisions.content }).from(store.tables.revisions)
    expect(kept.map(({ content }) => JSON.parse(content).title).sort()).toEqual(['初稿', '改稿'])
  })

  it('refuses to rewrite a revision', async () => {
    const { publish, store } = await buildTestApp({ engine })
    await publish(articleContent(), 'chzhxw')
    await expect(store.withTransaction(async (db) => db.update(store.tables.revisions).set({ content: '{}' }))).rejects.toThrow()
  })

  it('refuses an illegal step and names the legal ones', async () => {
    const { publishing, publish } = await buildTestApp({ engine })
    const draft = await publishing.createDraft({ channelId: 'chzhxw', content: articleContent() })
    await expect(publishing.withdraw(draft, '无')).rejects.toThrow(/draft cannot become withdrawn.*published, removed/)
    const id = await publish(articleContent(), 'chzhxw')
    await publishing.remove(id, '内容有误')
    await expect(publishing.publish(id)).rejects.toThrow(/removed cannot become published/)
  })

  it('sends readers of a removed article where its remover said', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    const id = await publish(articleContent(), 'chzhxw')
    const from = `${testSiteUrl}/articles/${id}`
    await expect(publishing.remove(id, '并入新文', { from, to: 'javascript:alert(1)' })).rejects.toThrow(/http or https/)
    await publishing.remove(id, '并入新文', { from, to: 'https://www.example.gov.cn/zwzx/' })
    const resolution = (await app.inject(`/v1/resolve?url=/articles/${id}`)).json()
    expect(resolution).toMatchObject({ kind: 'redirect', location: 'https://www.example.gov.cn/zwzx/' })
  })

  it('refuses an article that shows a file nobody has', async () => {
    const { publishing } = await buildTestApp({ engine })
    const body = [{ type: 'image' as const, id: 'i1', media: { id: 'nosuchfile' }, alt: '无', caption: null, credit: null }]
    await expect(publishing.createDraft({ channelId: 'chzhxw', content: articleContent({ body }) })).rejects.toThrow(/nosuchfile/)
  })

  it('moves everything below a channel that is moved, and shows it at once', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    const id = await publish(articleContent(), 'chzhxw')
    expect((await app.inject(`/v1/articles/${id}`)).json().channel.path).toBe('zwzx/zhxw')
    await publishing.write((writing) => updateChannel(writing, 'zwzx', { segment: 'xinwen', name: '新闻' }))
    const moved = (await app.inject(`/v1/articles/${id}`)).json()
    expect(moved.channel.path).toBe('xinwen/zhxw')
    expect(moved.breadcrumbs.map(({ name }: { name: string }) => name)).toEqual(['首页', '新闻', '综合新闻'])
  })

  it('refuses to put a channel below itself', async () => {
    const { publishing } = await buildTestApp({ engine })
    await expect(publishing.write((writing) => updateChannel(writing, 'zwzx', { parentId: 'chzhxw' }))).rejects.toThrow(/below itself/)
  })
})
