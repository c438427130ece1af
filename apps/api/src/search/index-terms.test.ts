import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseText, gapTerm } from './analyse-text.ts'
import { createSegmenter } from './create-segmenter.ts'
import { toIndexTerms, wordTerm } from './index-terms.ts'
import { loadDictionary } from './load-dictionary.ts'
import { normaliseText } from './normalise-text.ts'
import type { SearchDocument } from './search-document.ts'
import { mixedText } from './testing-texts.ts'

const segmenter = createSegmenter(loadDictionary('市政协'))

const documentOf = (title: string, body: string[] = []): SearchDocument => ({
  id: 'a1',
  channelId: 'c1',
  kind: 'news',
  publishedAt: Date.UTC(2026, 0, 1),
  title,
  kicker: null,
  subtitle: null,
  summary: '',
  body,
  authors: ['冯 楠'],
  source: null,
  topics: [],
  others: [],
})

const read = (terms: Uint8Array): string[] => new TextDecoder().decode(terms).split(' ').slice(0, -1)

const termsOf = (title: string, body: string[] = []) => {
  const { text, title: inTitle, words } = toIndexTerms(documentOf(title, body), segmenter)
  return { text: read(text), title: read(inTitle), words: read(words) }
}

describe('the terms of a document', () => {
  it('are those a query is looked for by, in the same order, for any text', () => {
    fc.assert(
      fc.property(mixedText, mixedText, (title, paragraph) => {
        const { text } = termsOf(title, [paragraph])
        const expected = [title, '', paragraph, '冯 楠'].flatMap((block) => [
          ...analyseText(normaliseText(block)).map(({ term }) => term),
          gapTerm,
        ])
        expect(text.slice(text.indexOf(gapTerm) + 1)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('are UTF-8 whatever the character', () => {
    expect(termsOf('é𠅤あ政').title).toEqual(expect.arrayContaining(['e', '𠅤あ', 'あ政', '政', 'c𠅤', 'c政']))
  })

  it('name every word, its parts and every character once', () => {
    const { words } = termsOf('市政协协商', ['上虞市政协，政协。'])
    expect(words).toEqual(expect.arrayContaining(['w市政协', 'w政协', 't政协', 's政协', 'c虞', 'n冯楠', wordTerm.whole('市政协协商')]))
    expect(new Set(words).size).toBe(words.length)
  })

  it('do not depend on the document before', () => {
    const first = termsOf('政协', ['第一篇'])
    termsOf('𠅤𠅤', ['完全不同的一篇'])
    expect(termsOf('政协', ['第一篇'])).toEqual(first)
  })
})
