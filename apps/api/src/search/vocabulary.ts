import type { Database } from '../database/store.ts'
import type { Segmenter } from './create-segmenter.ts'
import { normaliseText } from './normalise-text.ts'
import { homophoneKey, pinyinKeys } from './pinyin-keys.ts'
import { prepared } from './prepared.ts'
import type { SearchDocument } from './search-document.ts'
import { shapeKey } from './shape-key.ts'

const lengthMinimum = 2
const lengthMaximum = 20

const isWorthSuggesting = (word: string): boolean =>
  word.length >= lengthMinimum && word.length <= lengthMaximum && /^[\p{L}\p{M}]/u.test(word)

/** What a document teaches: the words of its titles, its authors, source and topics, in the normalised form. */
export const vocabularyOf = (document: SearchDocument, segmenter: Segmenter): string[] => {
  const titles = [document.title, document.subtitle].flatMap((title) => (title === null ? [] : [normaliseText(title)]))
  const names = [...document.authors, document.source ?? '', ...document.topics.map(({ name }) => name)].map(normaliseText)
  return [...new Set([...segmenter.words(titles.join('\n')), ...names])].filter(isWorthSuggesting)
}

/** By how many documents the words of an index become more or fewer, gathered over a transaction. */
export type WordChanges = Map<string, number>

/** Notes the words of a document that is added (`by` 1) or gone (−1). */
export const noteWords = (changes: WordChanges, words: readonly string[], by: 1 | -1): void => {
  for (const word of words) changes.set(word, (changes.get(word) ?? 0) + by)
}

/** Brings the counts up to date: new words are learnt, what no document has any more is forgotten. */
export const writeWords = (index: Database, changes: WordChanges): void => {
  const count = prepared(index, 'UPDATE search_vocabulary SET documents = documents + ? WHERE text = ?')
  const learn = prepared(index, 'INSERT INTO search_vocabulary (text, documents, pinyin, initials, sound, shape) VALUES (?, ?, ?, ?, ?, ?)')
  const forget = prepared(index, 'DELETE FROM search_vocabulary WHERE text = ? AND documents <= 0')
  for (const [word, by] of changes) {
    if (by === 0) continue
    const isKnown = count.run(by, word).changes > 0
    if (by < 0) forget.run(word)
    else if (!isKnown) {
      const { full, initials } = pinyinKeys(word)
      learn.run(word, by, full, initials, homophoneKey(word), shapeKey(word))
    }
  }
  changes.clear()
}
