import { Article } from '@gazette/schema/article'
import { ChangeList } from '@gazette/schema/list'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPublishing, type Publishing } from '../publishing/publishing.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const Step = fc.record({
  writer: fc.nat({ max: 2 }),
  does: fc.constantFrom('publish', 'correct', 'move', 'withdraw', 'return', 'remove'),
  article: fc.nat({ max: 5 }),
})
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never

/** A copy of the origin made of nothing but the feed. */
type Mirror = { cursor: string | null; articles: Map<string, Article['contentHash']>; seen: string[] }

const act = async (publishing: Publishing, { does, article }: Step, id: string, number: number): Promise<void> => {
  const content = articleContent({ title: `第${number}版`, publishedAt: `2026-11-0${article + 1}T08:00:00+08:00` })
  if (does === 'publish') await publishing.createDraft({ id, channelId: 'chzhxw', content }).then(() => publishing.publish(id))
  if (does === 'correct') await publishing.correct(id, content)
  if (does === 'move') await publishing.move(id, number % 2 ? 'chgzdt' : 'chzhxw')
  if (does === 'withdraw') await publishing.withdraw(id, '改期')
  if (does === 'return') await publishing.publish(id)
  if (does === 'remove') await publishing.remove(id, '有误')
}

const catchUp = async ({ app }: TestApp, mirror: Mirror, limit: number): Promise<void> => {
  while (true) {
    const query = new URLSearchParams({ limit: String(limit), ...(mirror.cursor === null ? {} : { cursor: mirror.cursor }) })
    const { data, page } = ChangeList.parse((await app.inject(`/v1/changes?${query}`)).json())
    for (const { id, type, articleId, article } of data) {
      mirror.seen.push(id)
      if (articleId === undefined) continue
      if (type === 'article.removed' || !article) mirror.articles.delete(articleId)
      else mirror.articles.set(articleId, article.contentHash)
    }
    mirror.cursor = page.next
    if (data.length === 0) return
  }
}

const readOrigin = async ({ app }: TestApp): Promise<Map<string, string>> => {
  const { body } = await app.inject('/v1/export/articles.ndjson?body=none')
  const articles = body.split('\n').filter(Boolean)
  return new Map(articles.map((line) => Article.parse(JSON.parse(line))).map(({ id, contentHash }) => [id, contentHash]))
}

describe.each(testEngines)('the change feed with several writers, on %s', (engine) => {
  it('loses and repeats nothing, and a mirror made of it equals the origin', async () => {
    const test = await buildTestApp({ engine })
    const clock = () => Date.parse('2026-11-20T09:00:00+08:00')
    const others = [
      createPublishing({ store: await test.database.reopen(), clock }),
      createPublishing({ store: await test.database.reopen(), clock }),
    ]
    const writers = [test.publishing, ...others]
    const mirror: Mirror = { cursor: null, articles: new Map(), seen: [] }
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { maxLength: 14 }), fc.integer({ min: 1, max: 5 }), async (steps, limit) => {
        run += 1
        const doing = steps.map((step, number) =>
          // What is not legal in the state an article happens to be in is refused, and must leave no trace.
          act(writers[step.writer] ?? test.publishing, step, `r${run}a${step.article}`, number).catch(() => undefined),
        )
        const reading = catchUp(test, mirror, limit)
        await Promise.all([...doing, reading])
        await catchUp(test, mirror, limit)
        expect(new Set(mirror.seen).size).toBe(mirror.seen.length)
        expect(mirror.articles).toEqual(await readOrigin(test))
      }),
      { numRuns: 10 },
    )
    const { data } = ChangeList.parse((await test.app.inject('/v1/changes?limit=100')).json())
    expect(mirror.seen.slice(0, data.length)).toEqual(data.map(({ id }) => id))
  })
})
