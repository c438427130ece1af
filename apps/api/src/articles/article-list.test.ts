import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { list, refusal, withThree } from './testing-list.ts'

describe.each(testEngines)('orders and forms of GET /v1/articles on %s', (engine) => {
  it('sorts by publication or by change, either way round, with the id as the last word', async () => {
    const test = await buildTestApp({ engine })
    const same = '2026-11-01T08:00:00+08:00'
    for (const [id, at] of [
      ['b2', same],
      ['b1', same],
      ['b3', '2026-11-01T07:00:00+08:00'],
    ] as const)
      await test.publish(articleContent({ publishedAt: at }), 'chzhxw', id)
    test.setNow('2026-11-20T10:00:00+08:00')
    await test.publishing.correct('b3', articleContent({ title: '更正', publishedAt: '2026-11-01T07:00:00+08:00' }))
    const ids = async (sort: string) => (await list(test, `?sort=${sort}`)).data.map(({ id }) => id)
    expect(await ids('-publishedAt')).toEqual(['b2', 'b1', 'b3'])
    expect(await ids('publishedAt')).toEqual(['b3', 'b1', 'b2'])
    expect(await ids('-updatedAt')).toEqual(['b3', 'b2', 'b1'])
    expect(await ids('updatedAt')).toEqual(['b1', 'b2', 'b3'])
  })

  it('answers ids in their order, withdrawn ones too, and names those that are missing', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    await test.publishing.withdraw('a2', '改期')
    await test.publishing.remove('a3', '有误')
    await test.publishing.createDraft({ id: 'a4', channelId: 'chzhxw', content: articleContent() })
    const { data, missing, page } = await list(test, '?ids=nothing,a2,a3,a4,a1,a2&include=total')
    expect(data.map(({ id, status }) => [id, status])).toEqual([
      ['a2', 'withdrawn'],
      ['a1', 'published'],
    ])
    expect(missing).toEqual(['nothing', 'a3', 'a4'])
    expect(page).toEqual({ limit: 100, next: null, previous: null, total: 2 })
  })

  it('refuses what has no meaning together', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    const { next } = (await list(test, '?limit=1')).page
    for (const [query, parameter] of [
      [`?cursor=${next}&page=2&limit=1`, 'page'],
      [`?cursor=${next}&ids=a1`, 'cursor'],
      ['?page=2&ids=a1', 'page'],
      ['?limit=5&ids=a1', 'limit'],
      ['?sort=updatedAt&ids=a1', 'sort'],
    ])
      expect((await refusal(test, query ?? '')).errors, query).toMatchObject([{ parameter, code: 'not-together' }])
  })

  it('sends the fields that were asked for, and always the id', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect((await list(test, '?fields=title,channel&limit=1')).data).toEqual([
      { id: 'a3', title: '丙', channel: { id: 'gkzcwj', path: 'xxgk/zcwj', name: '制度文件' } },
    ])
    expect((await list(test, '?fields=title&body=text&ids=a1')).data).toEqual([{ id: 'a1', title: '甲', body: expect.any(String) }])
    expect((await refusal(test, '?fields=title,password')).errors).toMatchObject([{ parameter: 'fields', code: 'not-allowed' }])
  })

  it('sends bodies as blocks, HTML, Markdown and text when asked, and none otherwise', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    const bodyOf = async (form: string) => (await list(test, `?ids=a1&body=${form}`)).data[0]?.body
    expect((await list(test, '?ids=a1')).data[0]).not.toHaveProperty('body')
    expect(await bodyOf('none')).toBeUndefined()
    expect(await bodyOf('blocks')).toEqual([{ type: 'paragraph', id: 'p1', spans: [{ text: '甲，正文。' }] }])
    expect(await bodyOf('html')).toContain('甲，正文。</p>')
    expect(await bodyOf('markdown')).toBe('甲，正文。\n')
    expect(await bodyOf('text')).toMatch(/^甲，正文。\s*$/)
  })

  it('counts only when asked, and counts what the filters let through', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect((await list(test)).page).not.toHaveProperty('total')
    expect((await list(test, '?include=total&limit=1')).page.total).toBe(3)
    expect((await list(test, '?include=total&channel=zwzx')).page.total).toBe(2)
  })
})
