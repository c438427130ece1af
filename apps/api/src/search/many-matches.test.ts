import { describe, expect, it } from 'vitest'
import { createDraft, publishArticle } from '../publishing/article-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestSearch } from './build-test-search.ts'
import type { EngineMatch } from './search-engine.ts'
import { rankedMaximum } from './search-engine.ts'

const mentions = rankedMaximum + 300
const minute = 60_000
const newest = Date.UTC(2026, 0)

const build = async (text = '关于政协的消息。') => {
  const built = await buildTestSearch('sqlite')
  const publishAll = (contents: [id: string, title: string, age: number][]) =>
    built.publishing.write(async (writing) => {
      for (const [id, title, age] of contents) {
        const body = [{ type: 'paragraph' as const, id: 'p', spans: [{ text: title === '无关' ? '提案来自社区。' : text }] }]
        const content = articleContent({ title, body, publishedAt: new Date(newest - age * minute).toISOString() })
        await createDraft(writing, { id, channelId: 'c1', content })
        await publishArticle(writing, id)
      }
    })
  await publishAll([
    ['title', '政协工作', 2 * mentions],
    ...Array.from({ length: mentions }, (_, age) => [`m${age}`, '消息', mentions - age] as [string, string, number]),
  ])
  return { ...built, publishAll }
}

describe('a search with more matches than are ranked', { timeout: 120_000 }, () => {
  it('puts an old title above newer mentions, and pages through all without repeating or skipping while others publish', async () => {
    const { find, publishAll } = await build()
    const first = await find('政协', { limit: 100 })
    expect(first).toMatchObject({ total: mentions + 1, totalIsExact: true })
    expect(first.matches[0]?.articleId).toBe('title')
    const seen = first.matches.map(({ articleId }) => articleId)
    let last: EngineMatch | undefined = first.matches.at(-1)
    for (let number = 0; last !== undefined; number += 1) {
      await publishAll([[`new${number}`, '消息', -number - 1]])
      const page = await find('政协', { limit: 100, start: { kind: 'after', document: last }, floor: first.floor, reading: first.reading })
      seen.push(...page.matches.map(({ articleId }) => articleId))
      last = page.hasNext ? page.matches.at(-1) : undefined
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => !id.startsWith('new'))).toHaveLength(mentions + 1)
  })

  it.each(['社区提案', '"社区 提案"'])('finds nothing but matches of %s, and counts the same with facets', async (query) => {
    const { find, publishAll } = await build('关于社区提案的消息。')
    await publishAll(Array.from({ length: 20 }, (_, age) => [`apart${age}`, '无关', -age]))
    const [plain, withFacets] = await Promise.all([find(query), find(query, { facets: true })])
    expect([plain.total, withFacets.total]).toEqual([mentions + 1, mentions + 1])
  })
})
