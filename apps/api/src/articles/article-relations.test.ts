import { Article } from '@gazette/schema/article'
import { ArticleNeighbours, RelatedArticles } from '@gazette/schema/list'
import { describe, expect, it } from 'vitest'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const about = (publishedAt: string, ...slugs: string[]) =>
  articleContent({ publishedAt, topics: slugs.map((slug) => ({ slug, name: slug })) })

describe.each(testEngines)('what stands beside an article on %s', (engine) => {
  it('relates by shared topics, most first and newest among equals, then the newest of the channel', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    await publish(about('2026-11-01T08:00:00+08:00', 'a', 'b'), 'chzhxw', 'self')
    await publish(about('2026-10-01T08:00:00+08:00', 'a', 'b'), 'gkzcwj', 'both')
    await publish(about('2026-10-02T08:00:00+08:00', 'a'), 'gkzcwj', 'one')
    await publish(about('2026-10-03T08:00:00+08:00', 'b'), 'gkzcwj', 'newerone')
    await publish(about('2026-10-04T08:00:00+08:00'), 'chzhxw', 'channel')
    await publish(about('2026-10-05T08:00:00+08:00', 'c'), 'gkzcwj', 'stranger')
    await publishing.withdraw(await publish(about('2026-10-06T08:00:00+08:00', 'a', 'b'), 'chzhxw'), '改期')
    const related = async (query = '') =>
      RelatedArticles.parse((await app.inject(`/v1/articles/self/related${query}`)).json()).data.map(({ id }) => id)
    expect(await related()).toEqual(['both', 'newerone', 'one', 'channel'])
    expect(await related('?limit=2')).toEqual(['both', 'newerone'])
  })

  it('relates among the newest of a topic that has very many, still by what they share', async () => {
    const { app, publish } = await buildTestApp({ engine })
    const at = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString().replace('Z', '+00:00')
    const name = (index: number) => `n${String(index).padStart(4, '0')}`
    await publish(about(at(0), 'huge', 'rare'), 'gkzcwj', 'aold')
    for (let index = 1; index < 208; index += 1) await publish(about(at(index), 'huge'), 'gkzcwj', name(index))
    await publish(about(at(300), 'huge', 'rare'), 'chzhxw', 'self')
    const { data } = (await app.inject('/v1/articles/self/related?limit=3')).json()
    expect(data.map(({ id }: { id: string }) => id)).toEqual(['aold', 'n0207', 'n0206'])
  })

  it('knows the articles of the same channel just before and just after, equal instants told apart', async () => {
    const { app, publish } = await buildTestApp({ engine })
    const same = '2026-11-01T08:00:00+08:00'
    for (const id of ['n1', 'n2', 'n3']) await publish(about(same), 'chzhxw', id)
    await publish(about('2026-10-31T08:00:00+08:00'), 'chzhxw', 'older')
    await publish(about(same), 'chgzdt', 'n2b')
    const beside = async (id: string) => {
      const { previous, next } = ArticleNeighbours.parse((await app.inject(`/v1/articles/${id}/neighbours`)).json())
      return [previous?.id, next?.id]
    }
    expect(await beside('n2')).toEqual(['n1', 'n3'])
    expect(await beside('n1')).toEqual(['older', 'n2'])
    expect(await beside('n3')).toEqual(['n2', undefined])
    expect(await beside('older')).toEqual([undefined, 'n1'])
  })

  it('gives the article and all that stands beside it in one answer, each as where it is asked for alone', async () => {
    const { app, publish } = await buildTestApp({ engine })
    for (const [index, id] of ['a1', 'a2', 'a3', 'a4'].entries())
      await publish(about(`2026-11-0${index + 1}T08:00:00+08:00`, 'a'), 'chzhxw', id)
    const read = async (below: string) => (await app.inject(`/v1/articles/a2${below}`)).json()
    const { article, related, previous, next, views } = await read('/reading?limit=2')
    expect(article).toEqual(await read(''))
    expect({ data: related }).toEqual(await read('/related?limit=2'))
    expect({ previous, next }).toEqual(await read('/neighbours'))
    expect({ articleId: 'a2', views }).toEqual(await read('/views'))
  })

  it('answers 404 and 410 there as at the article itself', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    await publishing.remove(await publish(articleContent(), 'chzhxw', 'gone'), '有误')
    for (const below of ['', '/related', '/neighbours', '/reading']) {
      expect((await app.inject(`/v1/articles/none${below}`)).statusCode, below).toBe(404)
      expect((await app.inject(`/v1/articles/gone${below}`)).statusCode, below).toBe(410)
    }
  })
})

describe.each(testEngines)('the forms of an article on %s', (engine) => {
  it('are blocks unless HTML, Markdown, text or nothing is asked for', async () => {
    const { app, publish } = await buildTestApp({ engine })
    await publish(articleContent({ title: '甲' }), 'chzhxw', 'a1')
    const bodyOf = async (query: string) => Article.parse((await app.inject(`/v1/articles/a1${query}`)).json()).body
    expect(await bodyOf('')).toEqual([{ type: 'paragraph', id: 'p1', spans: [{ text: '甲，正文。' }] }])
    expect(await bodyOf('?body=html')).toContain('甲，正文。</p>')
    expect(await bodyOf('?body=markdown')).toBe('甲，正文。\n')
    expect(await bodyOf('?body=none')).toBeUndefined()
  })

  it('carries the addresses it had before, oldest first', async () => {
    const { app, publish, publishing, setNow } = await buildTestApp({ engine })
    await publish(articleContent(), 'chzhxw', 'a1')
    await publishing.write((writing) => addRedirect(writing, 'http://old.example/2.html', { articleId: 'a1' }))
    setNow('2026-11-21T09:00:00+08:00')
    await publishing.write((writing) => addRedirect(writing, 'http://older.example/1.html', { articleId: 'a1' }))
    expect((await app.inject('/v1/articles/a1')).json()).toMatchObject({
      legacyUrls: ['http://old.example/2.html', 'http://older.example/1.html'],
    })
  })

  it('answers every example of the sample content in every form', async () => {
    const { app, insertExamples } = await buildTestApp({ engine })
    await insertExamples()
    const { data } = (await app.inject('/v1/articles?limit=100&fields=id')).json()
    expect(data.length).toBeGreaterThan(20)
    for (const { id } of data)
      for (const form of ['blocks', 'html', 'markdown', 'text'])
        expect((await app.inject(`/v1/articles/${id}?body=${form}`)).statusCode, `${id} ${form}`).toBe(200)
  })
})
