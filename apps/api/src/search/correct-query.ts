import type { Database } from '../database/store.ts'
import { homophoneKeys } from './pinyin-keys.ts'
import { prepared } from './prepared.ts'
import { shapeKey } from './shape-key.ts'

const wordsMaximum = 3
const correctionsMaximum = 6
const windowLengths = [4, 3, 2]

const selectSimilar = `SELECT text FROM (
    SELECT text, documents FROM search_vocabulary WHERE sound IN (SELECT value FROM json_each(@sounds))
    UNION SELECT text, documents FROM search_vocabulary WHERE shape = @shape
    UNION SELECT text, documents FROM search_vocabulary WHERE @spelled <> '' AND pinyin = @spelled
  ) WHERE text <> @word ORDER BY documents DESC, text LIMIT ${wordsMaximum}`

const similarWords = (index: Database, word: string): string[] => {
  const spelled = /^[a-z]{2,}$/.test(word) ? word : ''
  const values = { word, spelled, sounds: JSON.stringify(homophoneKeys(word)), shape: shapeKey(word) }
  return (prepared(index, selectSimilar).all(values) as { text: string }[]).map(({ text }) => text)
}

/** A term with each of its windows of two to four characters exchanged for words like it. */
const correctPart = (index: Database, term: string): string[] => {
  const characters = [...term]
  return windowLengths.flatMap((length) =>
    characters.slice(0, Math.max(0, characters.length - length + 1)).flatMap((_, start) => {
      const before = characters.slice(0, start).join('')
      const after = characters.slice(start + length).join('')
      const window = characters.slice(start, start + length).join('')
      return window === term ? [] : similarWords(index, window).map((word) => `${before}${word}${after}`)
    }),
  )
}

const termLengthMaximum = 12

/**
 * What may have been meant by a term that finds nothing, most likely first: words of the site that sound or look like it
 * (正协 for 政协), or are spelled by it (zhengxie).
 */
export const correctTerm = (index: Database, term: string): string[] => {
  const whole = similarWords(index, term)
  const parts = whole.length === 0 && [...term].length <= termLengthMaximum ? correctPart(index, term) : []
  return [...new Set([...whole, ...parts])].slice(0, correctionsMaximum)
}
