import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseText, gapTerm, type Phrase, toPhrases } from './analyse-text.ts'
import { normaliseText } from './normalise-text.ts'
import { hanRun, mixedText } from './testing-texts.ts'

const termsOf = (text: string): string[] => analyseText(normaliseText(text)).map(({ term }) => term)

/** A document as the index keeps it: the terms of its blocks with a gap between them. */
const documentOf = (blocks: readonly string[]): string[] => blocks.flatMap((block) => [...termsOf(block), gapTerm])

const stands = (terms: readonly string[], phrase: Phrase): boolean =>
  phrase.kind === 'character'
    ? terms.some((term) => term.startsWith(phrase.character))
    : terms.some((_, at) => phrase.terms.every((wanted, offset) => terms[at + offset] === wanted))

const finds = (terms: readonly string[], query: string): boolean => {
  const phrases = toPhrases(normaliseText(query))
  return phrases.length > 0 && phrases.every((phrase) => stands(terms, phrase))
}

const hanCharacters = (text: string): string[] => [...normaliseText(text)].filter((character) => /\p{Script=Han}/u.test(character))

describe('analyseText', () => {
  it('indexes overlapping pairs of characters and ends each run with its last character alone', () => {
    expect(termsOf('协商协商，政协')).toEqual(['协商', '商协', '协商', '商', '政协', '协'])
  })

  it('counts characters beyond the first plane as one', () => {
    expect(termsOf('𠀀𠀁政')).toEqual(['𠀀𠀁', '𠀁政', '政'])
  })

  it('keeps words and numbers whole and follows them with the character they touch', () => {
    expect(termsOf('截至2024年底，4G网络、COVID-19')).toEqual([
      '截至',
      '至',
      '2024',
      '年',
      '年底',
      '底',
      '4',
      'g',
      '网',
      '网络',
      '络',
      'covid',
      '19',
    ])
  })

  it('reads thousands with and without commas as the same number', () => {
    expect(termsOf('1,069件')).toEqual(termsOf('1069件'))
    expect(termsOf('1,2,3')).toEqual(['1', '2', '3'])
  })
})

describe('toPhrases', () => {
  it('finds every run of two or more Han characters of any text, and every single one', () => {
    const somewhere = fc.tuple(fc.array(mixedText, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), fc.nat())
    fc.assert(
      fc.property(somewhere, ([blocks, which, from, length]) => {
        const runs = blocks.flatMap((block) => normaliseText(block).match(/\p{Script=Han}+/gu) ?? [])
        fc.pre(runs.length > 0)
        const characters = [...(runs[which % runs.length] ?? '')]
        const start = from % characters.length
        const query = characters.slice(start, start + 1 + (length % (characters.length - start))).join('')
        expect(finds(documentOf(blocks), query)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds nothing that does not stand in a text, repeated characters included', () => {
    const blocks = fc.array(fc.array(hanRun, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(blocks, hanRun, (parts, query) => {
        const texts = parts.map((runs) => runs.join('，'))
        const wanted = normaliseText(query)
        const oracle = texts.some((text) => normaliseText(text).includes(wanted))
        expect(finds(documentOf(texts), query)).toBe(oracle)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds short queries over few characters exactly where they stand', () => {
    const few = fc.array(fc.constantFrom('协', '商', '，', '4', '𠀀'), { maxLength: 12 }).map((characters) => characters.join(''))
    const query = fc.array(fc.constantFrom('协', '商', '𠀀'), { minLength: 1, maxLength: 4 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(few, query, (text, wanted) => {
        expect(finds(documentOf([text]), wanted)).toBe(text.includes(wanted))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['4G网络', '建设4G网络'],
    ['4G网络', '4G 网络'],
    ['2024年', '截至2024年底'],
    ['至2024年', '截至2024年底'],
    ['2024年底工作', '2024年底工作会议'],
    ['COVID-19', '感染COVID-19的'],
    ['双指数', '“履职建功双指数”应用'],
    ['冯楠', '(冯 楠)'],
    ['冯 楠', '冯楠'],
    ['第14届', '在第14届会议'],
    ['高质量发展', '高質量發展'],
  ])('finds %s in %s', (query, text) => {
    expect(finds(documentOf([text]), query)).toBe(true)
  })

  it.each([
    ['政协商', '政协，协商'],
    ['年底', '2024年，底'],
    ['4G', '14G'],
  ])('does not find %s in %s', (query, text) => {
    expect(finds(documentOf([text]), query)).toBe(false)
  })

  it('never reaches across two blocks', () => {
    expect(finds(documentOf(['工作到2024', '年底工作']), '2024年')).toBe(false)
    expect(finds(documentOf(['第1', '2条']), '1 2')).toBe(false)
    expect(hanCharacters(gapTerm)).toEqual([])
  })
})
