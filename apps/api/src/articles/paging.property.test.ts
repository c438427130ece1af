import { ArticleList } from '@gazette/schema/list'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { updateChannel } from '../publishing/channel-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const hour = 3_600_000
const firstInstant = Date.parse('2026-11-01T00:00:00+08:00')
// Few instants, so that many articles share one.
const instantOf = (slot: number): string => new Date(firstInstant + slot * hour).toISOString()

/** What others do between two pages. `newcomer` is published then; the others happen to articles that were there before. */
const Disturbance = fc.oneof(
  fc.record({ does: fc.constant('publish' as const), slot: fc.nat({ max: 5 }), channel: fc.constantFrom('chzhxw', 'gkzcwj') }),
  fc.record({
    does: fc.constantFrom('remove', 'withdraw', 'move', 'backdate', 'correct'),
    at: fc.nat({ max: 11 }),
    slot: fc.nat({ max: 5 }),
  }),
  fc.record({ does: fc.constant('moveChannel' as const), below: fc.constantFrom('xxgk', 'zwzx') }),
)

const Plan = fc.record({
  slots: fc.array(fc.nat({ max: 5 }), { minLength: 4, maxLength: 12 }),
  limit: fc.integer({ min: 1, max: 4 }),
  sort: fc.constantFrom('-publishedAt', 'publishedAt'),
  disturbances: fc.array(Disturbance, { maxLength: 6 }),
})
type Plan = typeof Plan extends fc.Arbitrary<infer T> ? T : never

type Disturbed = { test: TestApp; prefix: string; touched: Set<string>; count: number }

const disturb = async ({ test, prefix, touched, count }: Disturbed, step: Plan['disturbances'][number], number: number): Promise<void> => {
  const { publishing, publish } = test
  if (step.does === 'publish') {
    await publish(articleContent({ publishedAt: instantOf(step.slot) }), step.channel, `${prefix}new${number}`)
    return
  }
  if (step.does === 'moveChannel') {
    await publishing.write((writing) => updateChannel(writing, 'chzhxw', { parentId: step.below }))
    return
  }
  const id = `${prefix}${step.at % count}`
  if (touched.has(id)) return
  touched.add(id)
  if (step.does === 'remove') await publishing.remove(id, '有误')
  if (step.does === 'withdraw') await publishing.withdraw(id, '改期')
  if (step.does === 'move') await publishing.move(id, 'gkzcwj')
  if (step.does === 'backdate') await publishing.correct(id, articleContent({ title: '改期', publishedAt: instantOf(step.slot) }))
  if (step.does === 'correct') touched.delete(id)
}

const walk = async (test: TestApp, source: string, plan: Plan, between: (page: number) => Promise<void>): Promise<string[]> => {
  const seen: string[] = []
  let address: string | null = `/v1/articles?limit=${plan.limit}&sort=${plan.sort}&fields=title`
  for (let page = 0; address !== null; page += 1) {
    const { data, links }: ArticleList = ArticleList.parse((await test.app.inject(address)).json())
    seen.push(...data.map(({ id }) => id).filter((id) => id.startsWith(source)))
    address = links.next
    await between(page)
  }
  return seen
}

describe.each(testEngines)('pages while others write, on %s', (engine) => {
  it('show every article that stays where it is exactly once, and no article twice unless it was given another date', async () => {
    const test = await buildTestApp({ engine })
    let run = 0
    await fc.assert(
      fc.asyncProperty(Plan, async (plan) => {
        run += 1
        const prefix = `r${run}x`
        const ids = plan.slots.map((_, number) => `${prefix}${number}`)
        for (const [number, slot] of plan.slots.entries())
          await test.publish(articleContent({ publishedAt: instantOf(slot) }), 'chzhxw', `${prefix}${number}`)
        const touched = new Set<string>()
        const seen = await walk(test, prefix, plan, async (page) => {
          const step = plan.disturbances[page]
          if (step) await disturb({ test, prefix, touched, count: ids.length }, step, page)
        })
        const calm = ids.filter((id) => !touched.has(id))
        for (const id of calm)
          expect(
            seen.filter((each) => each === id),
            `${id} of ${seen}`,
          ).toHaveLength(1)
        for (const id of new Set(seen)) if (!touched.has(id)) expect(seen.filter((each) => each === id)).toHaveLength(1)
        for (const id of [...new Set([...ids, ...seen])])
          if ((await test.app.inject(`/v1/articles/${id}`)).statusCode === 200) await test.publishing.remove(id, '完')
      }),
      { numRuns: 12 },
    )
  })
})
