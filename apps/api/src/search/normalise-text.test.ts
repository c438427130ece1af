import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText, normaliseWithPositions } from './normalise-text.ts'
import { anyText, mixedText } from './testing-texts.ts'

describe('normaliseText', () => {
  it.each([
    ['half and full width', '４Ｇ　ｎｅｔ', '4g net'],
    ['letter case, whatever the locale', 'ÇAĞRI Straße ΑΣ ας', 'CAGRI STRASSE ασ ΑΣ'],
    ['compatibility forms', 'ﬁ①㎡℃⼀豈', 'fi1m2°c一岂'],
    ['simplified and traditional', '風雨同舟擔使命 啓征程 臺灣裡為衞', '风雨同舟担使命启征程台湾里为卫'],
    ['spaces between Han characters', '冯 楠　第 三 章', '冯楠第三章'],
    ['variation selectors', '葛\u{E0100}城', '葛城'],
    ['characters without width', '政\u200b协\ufeff商\u00ad', '政协商'],
    ['control characters', '政\u0000协\u0007', '政协'],
    ['radicals copied out of PDF files', '⻓江⺠生', '长江民生'],
    ['the zeros of dates', '二〇二四年二○二四年', '二零二四年二零二四年'],
    ['half-width katakana with its sound mark', 'ｶﾞ', 'ガ'],
  ])('makes equal: %s', (_form, one, other) => {
    expect(normaliseText(one)).toBe(normaliseText(other))
  })

  it('keeps a space where it parts words', () => {
    expect(normaliseText('  the  4G 网络\n new ')).toBe('the 4g 网络 new')
  })

  it('leaves everyday characters that are variants elsewhere alone', () => {
    expect(normaliseText('什么著名')).toBe('什么著名')
  })

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
      }),
    )
  })

  it('throws for no string, lone surrogates included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseText(text)).toBe(normaliseWithPositions(text).text)
      }),
    )
  })
})

describe('normaliseWithPositions', () => {
  it('leads every unit back to the character it came from, marks included', () => {
    const { text, starts, ends } = normaliseWithPositions('葛\u{E0100} 城ﬁ𠀀')
    expect(text).toBe('葛城fi𠀀')
    expect([...starts]).toEqual([0, 4, 5, 5, 6, 6])
    expect([...ends]).toEqual([3, 5, 6, 6, 8, 8])
  })

  it('gives positions that never run backwards and stay inside the original', () => {
    fc.assert(
      fc.property(fc.oneof(mixedText, anyText), (original) => {
        const { text, starts, ends } = normaliseWithPositions(original)
        expect(starts.length).toBe(text.length)
        for (const [index, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0)
          expect(ends[index]).toBeGreaterThan(start)
          expect(ends[index]).toBeLessThanOrEqual(original.length)
        }
      }),
    )
  })
})
