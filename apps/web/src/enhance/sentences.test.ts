import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

describe('splitSentences', () => {
  it('ends a sentence after its closing quotes', () => {
    expect(splitSentences('他说：“好。”大家同意。').map(({ text }) => text)).toEqual(['他说：“好。”', '大家同意。'])
  })

  it('says where each sentence stands', () => {
    const text = '甲。乙！丙'
    for (const sentence of splitSentences(text)) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
  })

  it('skips what cannot be spoken', () => {
    expect(splitSentences('……——')).toEqual([])
  })
})
