import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearchQuery, queryLengthMaximum, type SearchTerm } from './parse-search-query.ts'
import { anyText, fastestMilliseconds, mixedText } from './testing-texts.ts'

const write = ({ text, quoted }: SearchTerm): string => (quoted ? `"${text}"` : text)

/** A query as one line: terms, quoted ones in quotes, excluded ones after a hyphen; or why there are none. */
const read = (query: string): string => {
  const parsed = parseSearchQuery(query)
  if (parsed.kind !== 'terms') return parsed.kind
  return [...parsed.included.map(write), ...parsed.excluded.map((term) => `-${write(term)}`)].join(' ')
}

describe('parseSearchQuery', () => {
  it.each([
    ['政协 协商', '政协 协商', 'joins words'],
    ['政协，协商。民主', '政协 协商 民主', 'parts words at punctuation'],
    ['“双指数”应用', '"双指数" 应用', 'reads Chinese quotation marks'],
    ['「协商」民主『上虞』', '"协商" 民主 "上虞"', 'reads corner brackets'],
    ['"坚持党的领导,夯实" -上虞', '"坚持党的领导,夯实" -上虞', 'excludes'],
    ['政协 －绍兴 -"上虞 区"', '政协 -绍兴 -"上虞区"', 'excludes with a full-width hyphen, and phrases'],
    ['冯 楠', '冯 楠', 'takes characters parted by a space as two words'],
    ['"冯 楠"', '"冯楠"', 'drops the space inside quotes'],
    ['COVID-19 3.5% R&D', 'covid-19 3.5 r&d', 'keeps words with inner punctuation together'],
    ['-政协', '政协', 'asks for what is named when all of it is excluded'],
    ['a - b', 'a b', 'takes a hyphen that stands alone for punctuation'],
    ['"未闭 合', '未闭 合', 'takes a lone quotation mark for punctuation'],
    ['NEAR(a b) OR title:c*', 'near a b or title:c', 'knows no operators'],
    ['%_*"\\', 'nothing', 'finds nothing to look for in punctuation'],
    ['', 'nothing', 'finds nothing to look for in the empty string'],
    ['政协 政协 ４Ｇ 4g', '政协 4g', 'asks for nothing twice'],
  ])('reads %s as %s: %s', (query, expected) => {
    expect(read(query)).toBe(expected)
  })

  it('offers the other writing of numbers beside the one typed', () => {
    const parsed = parseSearchQuery('第十四届')
    expect(parsed.kind === 'terms' && parsed.included[0]?.writings.map(({ text }) => text)).toEqual(['第十四届', '第14届'])
  })

  it('counts characters that mean something, and refuses one more than allowed', () => {
    expect(read(`${'，'.repeat(1000)}${'政'.repeat(queryLengthMaximum)}`)).toBe('政'.repeat(queryLengthMaximum))
    expect(read('政'.repeat(queryLengthMaximum + 1))).toBe('tooLong')
  })

  it('throws for no string, and every term has something to look for', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), (query) => {
        const parsed = parseSearchQuery(query)
        if (parsed.kind !== 'terms') return
        expect(parsed.included.length).toBeGreaterThan(0)
        for (const { writings } of [...parsed.included, ...parsed.excluded]) {
          expect(writings.every(({ phrases }) => phrases.length > 0)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  const hostile = [
    '"',
    '「',
    '“「『',
    ' ',
    '-',
    '- ',
    '政',
    '\u200b',
    'a\u0301',
    '\u0301',
    '○',
    '1,',
    "'.",
    '. ',
    '\ud800',
    '第',
    '十',
    '"-',
    'a"',
    '((',
  ]
  it.each(hostile)('reads 10,000 and refuses 100,000 characters of %j within 50 ms', (piece) => {
    for (const length of [10_000, 100_000]) {
      const query = piece.repeat(length / piece.length)
      expect(fastestMilliseconds(() => parseSearchQuery(query))).toBeLessThan(50)
    }
  })
})
