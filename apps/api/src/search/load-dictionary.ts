import { createHash } from 'node:crypto'
import { normaliseText } from './normalise-text.ts'

/** A word of a dictionary. A higher weight makes the segmenter prefer it over its parts. */
export type DictionaryWord = { word: string; weight: number }

const weightDefault = 1000

const parseLine = (line: string): DictionaryWord[] => {
  const [written = '', weight = ''] = line.replace(/#.*$/s, '').trim().split(/\s+/u)
  const word = normaliseText(written)
  if (word === '') return []
  return [{ word, weight: /^\d{1,9}$/.test(weight) ? Math.max(1, Number(weight)) : weightDefault }]
}

/**
 * Reads a dictionary: one word a line, optionally with a weight (1 to 999,999,999; default 1,000); `#` begins a remark.
 * Words are kept in the normalised form, so they may be written in simplified or traditional characters.
 */
export const loadDictionary = (contents: string): DictionaryWord[] => contents.split('\n').flatMap(parseLine)

/** Identifies the words of several dictionaries whatever their order: an index is stale when this changes. */
export const digestDictionaries = (words: readonly DictionaryWord[]): string => {
  const lines = words.map(({ word, weight }) => `${word} ${weight}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}
