import { describe, expect, it } from 'vitest'
import { createSegmenter } from './create-segmenter.ts'
import { loadDictionary } from './load-dictionary.ts'
import { parseSearchQuery } from './parse-search-query.ts'
import { type Condition, planQuery } from './plan-query.ts'

const segmenter = createSegmenter(loadDictionary('高质量发展'))
const plan = (query: string) => {
  const parsed = parseSearchQuery(query)
  if (parsed.kind !== 'terms') throw new Error(`nothing to look for in ${query}`)
  return planQuery(parsed, segmenter)
}
const write = (conditions: readonly Condition[] | undefined) =>
  conditions?.map((alternatives) =>
    alternatives
      .map((phrases) => phrases.map((phrase) => (phrase.kind === 'sequence' ? phrase.terms.join('+') : phrase.character)).join('&'))
      .join('|'),
  )

describe('planQuery', () => {
  it('asks for terms as typed, and knows the words they are made of', () => {
    const { typed, loose } = plan('上虞政协 协商')
    expect(write(typed.required)).toEqual(['上虞+虞政+政协', '协商'])
    expect(typed.words).toEqual([[['上虞', '政协']], [['协商']]])
    expect(write(loose?.required)).toEqual(['上虞', '政协', '协商'])
  })

  it('looks for all terms in sequence to rank such texts higher', () => {
    const sequence = plan('上虞 政协').typed.sequence
    expect(sequence).toEqual([{ kind: 'sequence', terms: ['上虞', '虞政', '政协'] }])
    expect(plan('政协').typed.sequence).toBeNull()
  })

  it('takes long terms apart into words, single characters kept with their neighbours', () => {
    const { isLongTerm, loose } = plan('上虞政协的综述')
    expect(isLongTerm).toBe(true)
    expect(write(loose?.required)).toEqual(['上虞', '政协', '综述'])
  })

  it('knows the words of every writing of a number', () => {
    expect(plan('二〇二四年').typed.words).toEqual([[['二零二', '四年'], ['2024']]])
  })

  it.each(['4G', 'COVID-19'])('never takes the letters of %s from its digits', (query) => {
    expect(plan(query).loose).toBeNull()
  })

  it('keeps them together in a longer term too', () => {
    expect(write(plan('4G网络').loose?.required)).toEqual(['4+g', '网络'])
  })

  it('asks for most of the words of a sentence, when nothing has them all', () => {
    const { partial } = plan('农村路灯坏了没人修')
    expect(partial.map(({ required }) => write(required))).toEqual([['农村&路灯|农村&没人+人修|路灯&没人+人修']])
  })

  it.each(['"上虞政协综述"', '高质量发展', '政协', '第十四届委员会'])('keeps %s whole', (query) => {
    expect(plan(query).loose).toBeNull()
  })

  it('keeps what is excluded apart', () => {
    const { excluded, typed } = plan('政协 -上虞')
    expect(write(excluded)).toEqual(['上虞'])
    expect(write(typed.required)).toEqual(['政协'])
  })
})
