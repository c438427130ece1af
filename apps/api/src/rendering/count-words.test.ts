import { describe, expect, it } from 'vitest'
import { countWords } from './count-words.ts'

describe('countWords', () => {
  it.each([
    ['', 0],
    ['，。！', 0],
    ['政协会议', 4],
    ['GDP增长5.2%', 4],
    ["it's a well-known fact", 4],
    ['COVID-19疫情', 3],
    ['〇𠮷々', 3],
    ['Приве́т мир', 2],
  ])('counts Han characters and words of other scripts in %j', (value, words) => {
    expect(countWords(value).words).toBe(words)
  })

  it('gives every text at least a minute', () => {
    expect(countWords('').readingMinutes).toBe(1)
    expect(countWords('字').readingMinutes).toBe(1)
  })

  it('takes 450 Han characters or 200 words of other scripts for a minute', () => {
    expect(countWords('字'.repeat(450)).readingMinutes).toBe(1)
    expect(countWords('字'.repeat(2518)).readingMinutes).toBe(6)
    expect(countWords('word '.repeat(401)).readingMinutes).toBe(3)
    expect(countWords(`${'字'.repeat(450)}${' word'.repeat(200)}`).readingMinutes).toBe(2)
  })
})
