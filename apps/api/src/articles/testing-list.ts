import { ArticleList } from '@gazette/schema/list'
import { Problem } from '@gazette/schema/problem'
import { expect } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import type { TestApp } from '../testing/build-test-app.ts'

/** What `GET /v1/articles` answers to a query such as `?limit=1`. */
export const list = async ({ app }: TestApp, query = ''): Promise<ArticleList> => {
  const response = await app.inject(`/v1/articles${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return ArticleList.parse(response.json())
}

export const titles = async (test: TestApp, query = ''): Promise<(string | undefined)[]> =>
  (await list(test, query)).data.map(({ title }) => title)

/** With what problem it is refused. */
export const refusal = async ({ app }: TestApp, query: string): Promise<Problem> => {
  const response = await app.inject({ url: `/v1/articles${query}`, headers: { 'accept-language': 'en' } })
  expect(response.statusCode, response.body).toBe(400)
  return Problem.parse(response.json())
}

/** Three articles, hour by hour: `甲` in 综合新闻, `乙` in 工作动态, `丙` in 通知公告. */
export const withThree = async (test: TestApp): Promise<TestApp> => {
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
