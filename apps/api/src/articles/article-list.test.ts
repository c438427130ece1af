import { ArticleList } from '@gazette/schema/list'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const list = async ({ app }: TestApp, query = ''): Promise<ArticleList> => {
  const response = await app.inject(`/v1/articles${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return ArticleList.parse(response.json())
}

const titles = async (test: TestApp, query = ''): Promise<(string | undefined)[]> =>
  (await list(test, query)).data.map(({ title }) => title)

const refusal = async ({ app }: TestApp, query: string): Promise<Problem> => {
  const response = await app.inject({ url: `/v1/articles${query}`, headers: { 'accept-language': 'en' } })
  expect(response.statusCode, response.body).toBe(400)
  return Problem.parse(response.json())
}

/** Three articles, hour by hour: `甲` in 综合新闻, `乙` in 工作动态, `丙` in 通知公告. */
const withThree = async (test: TestApp): Promise<TestApp> => {
  await test.publish(articleContent({ title: '甲', publishedAt: '2026-11-01T08:00:00+08:00' }), 'chzhxw', 'a1')
  await test.publish(
    articleContent({
      title: '乙',
      kind: 'notice',
      publishedAt: '2026-11-01T09:00:00+08:00',
      authors: [{ name: '张三', role: null }],
      editors: [{ name: '李四', role: null }],
      source: { name: '示例日报', url: null },
      topics: [{ slug: 'shui-li', name: '水利' }],
    }),
    'chgzdt',
    'a2',
  )
  await test.publish(articleContent({ title: '丙', publishedAt: '2026-11-01T10:00:00+08:00' }), 'gkzcwj', 'a3')
  return test
}

describe.each(testEngines)('filters of GET /v1/articles on %s', (engine) => {
  it('lists everything published, newest first, and nothing that was withdrawn or removed', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect(await titles(test)).toEqual(['丙', '乙', '甲'])
    await test.publishing.withdraw('a3', '改期')
    await test.publishing.remove('a1', '有误')
    expect(await titles(test)).toEqual(['乙'])
  })

  it('includes the channels below the channel that was asked for', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect(await titles(test, '?channel=zwzx')).toEqual(['乙', '甲'])
    expect(await titles(test, '?channel=zwzx/gzdt')).toEqual(['乙'])
    expect(await titles(test, '?channel=zwzx%2Fgzdt')).toEqual(['乙'])
    expect(await titles(test, '?channel=zwzx/tzgg')).toEqual([])
  })

  it('names the channel that does not exist', async () => {
    const test = await buildTestApp({ engine })
    expect((await refusal(test, '?channel=no/where')).errors).toEqual([
      { parameter: 'channel', code: 'unknown-channel', message: 'There is no channel with the path no/where.' },
    ])
  })

  it('narrows by topic, author, source and kind, and by all of them at once', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    for (const query of ['topic=shui-li', 'author=%E5%BC%A0%E4%B8%89', 'source=%E7%A4%BA%E4%BE%8B%E6%97%A5%E6%8A%A5', 'kind=notice'])
      expect(await titles(test, `?${query}`), query).toEqual(['乙'])
    expect(await titles(test, '?topic=shui-li&kind=notice&channel=zwzx')).toEqual(['乙'])
    expect(await titles(test, '?topic=shui-li&kind=news')).toEqual([])
    expect(await titles(test, '?author=%E6%9D%8E%E5%9B%9B'), 'an editor is no author').toEqual([])
  })

  it('takes a date as its first instant in the time zone of the site, half-open', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent({ title: '前', publishedAt: '2026-10-31T15:59:59Z' }), 'chzhxw')
    await test.publish(articleContent({ title: '始', publishedAt: '2026-10-31T16:00:00Z' }), 'chzhxw')
    await test.publish(articleContent({ title: '后', publishedAt: '2026-11-01T16:00:00Z' }), 'chzhxw')
    expect(await titles(test, '?from=2026-11-01&to=2026-11-02')).toEqual(['始'])
    expect(await titles(test, '?from=2026-11-01')).toEqual(['后', '始'])
    expect(await titles(test, '?to=2026-11-01')).toEqual(['前'])
    expect(await titles(test, '?from=2026-11-02&to=2026-11-01')).toEqual([])
  })

  it('takes an instant with any offset', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect(await titles(test, '?from=2026-11-01T01:00:00Z&to=2026-11-01T10:00:00%2B08:00')).toEqual(['乙'])
  })

  it('finds what changed since an instant', async () => {
    const test = await withThree(await buildTestApp({ engine, now: '2026-11-20T09:00:00+08:00' }))
    test.setNow('2026-11-20T10:00:00+08:00')
    await test.publishing.correct('a1', articleContent({ title: '甲（更正）', publishedAt: '2026-11-01T08:00:00+08:00' }))
    expect(await titles(test, '?updatedSince=2026-11-20T10:00:00%2B08:00')).toEqual(['甲（更正）'])
    expect(await titles(test, '?updatedSince=2026-11-20')).toEqual(['丙', '乙', '甲（更正）'])
    expect(await titles(test, '?updatedSince=2026-11-21')).toEqual([])
  })
})

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

describe.each(testEngines)('pages of GET /v1/articles on %s', (engine) => {
  const withSeven = async (): Promise<TestApp> => {
    const test = await buildTestApp({ engine })
    // Two at each instant, so that pages break between equals.
    for (let index = 0; index < 7; index += 1) {
      const publishedAt = `2026-11-01T0${Math.trunc(index / 2)}:00:00+08:00`
      await test.publish(articleContent({ publishedAt }), 'chzhxw', `p${index}`)
    }
    return test
  }
  const follow = async (test: TestApp, first: string, relation: 'next' | 'previous'): Promise<string[][]> => {
    const pages: string[][] = []
    let address: string | null = first
    while (address !== null) {
      const response = await test.app.inject(address)
      expect(response.statusCode, response.body).toBe(200)
      const { data, links } = ArticleList.parse(response.json())
      pages.push(data.map(({ id }) => id))
      address = links[relation]
    }
    return pages
  }

  it.each(['-publishedAt', 'publishedAt', '-updatedAt', 'updatedAt'])(
    'joins to the whole set without repeat, forwards and back: %s',
    async (sort) => {
      const test = await withSeven()
      const whole = (await list(test, `?sort=${sort}`)).data.map(({ id }) => id)
      const forward = await follow(test, `/v1/articles?sort=${sort}&limit=2`, 'next')
      expect(forward.flat()).toEqual(whole)
      expect(forward.map((page) => page.length)).toEqual([2, 2, 2, 1])
      const last = await list(test, `?sort=${sort}&limit=2&page=4`)
      expect(last.data.map(({ id }) => id)).toEqual(whole.slice(6))
      const back = await follow(test, `/v1/articles?sort=${sort}&limit=2&page=4`, 'previous')
      expect(back.toReversed().flat()).toEqual(whole)
    },
  )

  it('neither repeats nor skips when articles appear and go between two pages', async () => {
    const test = await withSeven()
    const first = await list(test, '?limit=3')
    await test.publish(articleContent({ publishedAt: '2026-11-01T09:00:00+08:00' }), 'chzhxw', 'newest')
    await test.publishing.remove('p6', '有误')
    const second = await list(test, `?limit=3&cursor=${first.page.next}`)
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(['p6', 'p5', 'p4', 'p3', 'p2', 'p1'])
  })

  it('gives the same page by number as by following cursors', async () => {
    const test = await withSeven()
    const pages = await follow(test, '/v1/articles?limit=3', 'next')
    for (const [index, ids] of pages.entries())
      expect((await list(test, `?limit=3&page=${index + 1}`)).data.map(({ id }) => id)).toEqual(ids)
    expect(await list(test, '?limit=3&page=9')).toMatchObject({ data: [], page: { next: null } })
  })

  it('says in the Link header what it says in the body', async () => {
    const test = await withSeven()
    const response = await test.app.inject('/v1/articles?limit=2&page=2&kind=news')
    const { links } = ArticleList.parse(response.json())
    expect(response.headers['link']).toBe(`<${links.self}>; rel="self", <${links.next}>; rel="next", <${links.previous}>; rel="prev"`)
    expect(links.next).toMatch(/^https:\/\/api\.example\.gov\.cn\/v1\/articles\?limit=2&kind=news&cursor=/)
  })

  it('refuses a cursor that was changed, made up or issued for other filters or another order', async () => {
    const test = await withSeven()
    const { next } = (await list(test, '?limit=2')).page
    const cursor = next ?? ''
    const forged = [
      `cursor=${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`,
      `cursor=A${cursor}`,
      `cursor=${cursor}%3D`,
      'cursor=made-up',
      'cursor=%F0%9F%98%80',
      `cursor=${cursor}&kind=news`,
      `cursor=${cursor}&sort=publishedAt`,
      `cursor=${cursor}&channel=zwzx`,
    ]
    for (const query of forged) expect(await refusal(test, `?limit=2&${query}`), query).toMatchObject({ code: 'invalid-cursor' })
    expect((await list(test, `?limit=5&cursor=${cursor}`)).data, 'the size of a page may change').toHaveLength(5)
  })
})
