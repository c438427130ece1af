import { ArticleList } from '@gazette/schema/list'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { list, refusal } from './testing-list.ts'

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
