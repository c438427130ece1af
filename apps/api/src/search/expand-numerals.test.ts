import { describe, expect, it } from 'vitest'
import { expandNumerals } from './expand-numerals.ts'
import { fastestMilliseconds } from './testing-texts.ts'

describe('expandNumerals', () => {
  it.each([
    ['第十四届', '第14届'],
    ['二零二四年十一月二十八日', '2024年11月28日'],
    ['七十五周年', '75周年'],
    ['第一百零五条', '第105条'],
    ['八十年代', '80年代'],
    ['第一', '第1'],
  ])('gives %s and %s for either', (chinese, arabic) => {
    expect(expandNumerals(chinese)).toEqual([chinese, arabic])
    expect(expandNumerals(arabic)).toEqual([arabic, chinese])
  })

  it.each(['二十大', '十分', '一日之计', '三农', '两个维护', '一次性', '三百六十行', '4g网络', '12345热线'])('leaves %s alone', (text) => {
    expect(expandNumerals(text)).toEqual([text])
  })

  it('takes time linear in the length', () => {
    const text = `${'第'.repeat(50_000)}${'十'.repeat(50_000)}${'9'.repeat(50_000)}`
    expect(fastestMilliseconds(() => expandNumerals(text))).toBeLessThan(50)
  })
})
