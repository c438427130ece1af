import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { testEngines } from '../testing/test-engines.ts'
import { buildTestSearch } from './build-test-search.ts'
import { normaliseText } from './normalise-text.ts'
import { hanRun, mixedText } from './testing-texts.ts'

const paragraph = fc.array(mixedText, { minLength: 1, maxLength: 4 }).map((texts) => texts.join(''))
const corpus = fc.array(fc.tuple(hanRun, fc.array(paragraph, { minLength: 1, maxLength: 3 })), { minLength: 25, maxLength: 25 })

/** What a reader could copy out of the texts: runs of Han characters, whole, cut anywhere, and of one character. */
const copiedQueries = (texts: readonly string[], random: (below: number) => number): string[] =>
  texts.flatMap((text) =>
    (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
      const characters = [...run]
      const start = random(characters.length)
      return [run, characters.slice(start, start + 1 + random(8)).join('')]
    }),
  )

describe.each(testEngines)('search on %s, against brute force', (engine) => {
  it('finds every run of Han characters exactly where it stands, for any texts', { timeout: 240_000 }, async () => {
    const { publish, publishing, ids } = await buildTestSearch(engine)
    const sample = fc.sample(corpus, { numRuns: 4, seed: 20_241_128 }).flat()
    const blocks = sample.map(([title, texts]) => [title, ...texts].map(normaliseText))
    for (const [number, [title, texts]] of sample.entries()) {
      const body = texts.map((text, index) => ({ type: 'paragraph' as const, id: `p${index}`, spans: [{ text }] }))
      await publish(`a${number}`, articleContent({ title, fullTitle: title, body }))
    }
    await publishing.withdraw('a0', '撤回')
    await publishing.remove('a1', '删除')
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const queries = new Set(copiedQueries(blocks.flat(), random).map((query) => [...query].slice(0, 200).join('')))
    let checked = 0
    for (const query of [...queries].slice(0, 600)) {
      const wanted = normaliseText(query)
      const expected = blocks.flatMap((texts, number) => (number > 1 && texts.some((text) => text.includes(wanted)) ? [`a${number}`] : []))
      expect([query, (await ids(`"${query}"`)).toSorted()]).toEqual([query, expected.toSorted()])
      checked += 1
    }
    expect(checked).toBeGreaterThan(500)
  })
})
