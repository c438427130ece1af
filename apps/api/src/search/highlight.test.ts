import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Phrase } from './analyse-text.ts'
import { type HighlightRun, highlightBody, highlightText } from './highlight.ts'
import { normaliseText } from './normalise-text.ts'
import { parseSearchQuery } from './parse-search-query.ts'
import { hanRun, mixedText } from './testing-texts.ts'

const phrasesOf = (query: string): Phrase[] => {
  const parsed = parseSearchQuery(query)
  return parsed.kind === 'terms' ? parsed.included.flatMap(({ writings }) => writings.flatMap(({ phrases }) => phrases)) : []
}
const write = (runs: readonly HighlightRun[]): string => runs.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const plain = (runs: readonly HighlightRun[]): string => runs.map(({ text }) => text).join('')

describe('highlightText', () => {
  it.each([
    ['风雨 政协', '風雨同舟擔使命，政協事業', '[風雨]同舟擔使命，[政協]事業'],
    ['"冯 楠"', '(冯 楠)', '([冯 楠])'],
    ['4g网络', '建设４Ｇ 網絡', '建设[４Ｇ 網絡]'],
    ['2024年 1069件', '截至２０２４年底办理1,069件', '截至[２０２４年]底办理[1,069件]'],
    ['葛城', '在葛\u{E0100}城', '在[葛\u{E0100}城]'],
    ['𠀀', '甲𠀀乙', '甲[𠀀]乙'],
    ['第十四届', '第14届会议', '[第14届]会议'],
    ['协商 商协', '协商协商', '[协商协商]'],
    ['cat', 'education cat', 'education [cat]'],
    ['没有', '政协', '政协'],
  ])('marks %s in %s', (query, text, expected) => {
    expect(write(highlightText(text, phrasesOf(query)))).toBe(expected)
  })

  it('gives back the text byte for byte and cuts no character in two', () => {
    fc.assert(
      fc.property(mixedText, hanRun, (text, query) => {
        const runs = highlightText(text, phrasesOf(query))
        expect(plain(runs)).toBe(text)
        expect(runs.every((run) => run.text.isWellFormed())).toBe(true)
        expect(runs.slice(1).every((run) => !/^\p{M}/u.test(run.text))).toBe(true)
      }),
    )
  })

  it('marks what the index finds', () => {
    fc.assert(
      fc.property(mixedText, hanRun, (text, query) => {
        const found = normaliseText(text).includes(normaliseText(query))
        fc.pre([...normaliseText(query)].length > 1)
        expect(highlightText(text, phrasesOf(query)).some(({ hit }) => hit)).toBe(found)
      }),
    )
  })
})

const long = `${'为了推动各项工作迈上新台阶，'.repeat(10)}区政协召开会议，${'大家一致认为应当继续努力，'.repeat(10)}散会。`

describe('highlightBody', () => {
  it('shows whole sentences where they fit, with the next one while they are short', () => {
    const body = ['开头无关。区政协召开会议。会议讨论提案。', '别的段落。']
    expect(highlightBody(body, phrasesOf('政协')).map(write)).toEqual(['区[政协]召开会议。会议讨论提案。'])
  })

  it('cuts long sentences at the ends of clauses, to at most 90 characters', () => {
    const [passage = []] = highlightBody([long], phrasesOf('政协'))
    expect(plain(passage).length).toBeLessThanOrEqual(90)
    expect(plain(passage)).toMatch(/^为了.*区政协召开会议，.*，$/)
  })

  it('prefers the passages that show most of what was asked, and then what is not shown yet', () => {
    const body = ['只有政协。', '政协与协商在一起。', '政协政协政协。', '民主在这里。']
    expect(highlightBody(body, phrasesOf('政协 协商 民主')).map(write)).toEqual(['[政协]与[协商]在一起。', '[民主]在这里。'])
  })

  it('shows nothing when only the title was hit', () => {
    expect(highlightBody(['无关。'], phrasesOf('政协'))).toEqual([])
  })

  it('shows at most two verbatim passages that hold a hit, of a bounded length, well formed', () => {
    const blocks = fc.array(
      fc.array(mixedText, { maxLength: 8 }).map((texts) => texts.join('')),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(blocks, fc.constantFrom('政', '政协', '商民', '4G', '𠀀'), (body, query) => {
        const passages = highlightBody(body, phrasesOf(query))
        expect(passages.length).toBeLessThanOrEqual(2)
        for (const passage of passages) {
          expect(body.some((text) => text.includes(plain(passage)))).toBe(true)
          expect(passage.some(({ hit }) => hit)).toBe(true)
          expect(plain(passage).length).toBeLessThanOrEqual(130)
          expect(passage.every(({ text }) => text.isWellFormed())).toBe(true)
        }
      }),
    )
  })
})
