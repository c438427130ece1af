import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSegmenter } from './create-segmenter.ts'
import { digestDictionaries, loadDictionary } from './load-dictionary.ts'

const domain = loadDictionary(readFileSync(new URL('dictionaries/public-institutions.txt', import.meta.url), 'utf8'))
const segmenter = createSegmenter(domain)

describe('createSegmenter', () => {
  it.each([
    ['市政协调小组', ['市政', '协调', '小组']],
    ['上虞政协综述', ['上虞', '政协', '综述']],
    ['全市政协系统', ['全市', '政协', '系统']],
    ['4g网络2024年', ['4', 'g', '网络', '2024', '年']],
  ])('cuts %s', (text, words) => {
    expect(segmenter.cut(text)).toEqual(words)
  })

  it('knows the words that long words are made of, and no accidental ones', () => {
    expect(segmenter.words('上虞市政协')).toContain('政协')
    expect(segmenter.words('上虞市政协')).not.toContain('市政')
    expect(segmenter.parts('人民政协')).toEqual(['人民', '政协'])
    expect(segmenter.parts('政协')).toEqual([])
  })

  it('never joins words across punctuation or loses a character', () => {
    expect(segmenter.cut('政，协。商')).toEqual(['政', '协', '商'])
    expect(segmenter.cut('𠀀政协𠀁').join('')).toBe('𠀀政协𠀁')
  })

  it('learns the words of a dictionary', () => {
    expect(createSegmenter([]).cut('履职建功指数')).not.toEqual(['履职建功指数'])
    expect(createSegmenter(loadDictionary('履职建功指数')).cut('履职建功指数')).toEqual(['履职建功指数'])
  })
})

describe('loadDictionary', () => {
  it('reads words, weights and remarks, in any writing', () => {
    expect(loadDictionary('# remark\n政協 20\n\n  上虞区 # place\n甲乙 many\n')).toEqual([
      { word: '政协', weight: 20 },
      { word: '上虞区', weight: 1000 },
      { word: '甲乙', weight: 1000 },
    ])
  })
})

describe('digestDictionaries', () => {
  it('changes with a word or weight, not with their order', () => {
    const one = loadDictionary('政协\n上虞')
    expect(digestDictionaries(one)).toBe(digestDictionaries(loadDictionary('上虞\n政协')))
    expect(digestDictionaries(one)).not.toBe(digestDictionaries(loadDictionary('上虞\n政协 5')))
  })
})
