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

/** Counts the words of a document that was added. */
export const addWords = (index: Database, words: readonly string[]): void => {
  const count = prepared(index, 'UPDATE search_vocabulary SET documents = documents + 1 WHERE text = ?')
  const learn = prepared(index, 'INSERT INTO search_vocabulary (text, documents, pinyin, initials, sound, shape) VALUES (?, 1, ?, ?, ?, ?)')
  for (const word of words) {
    if (count.run(word).changes > 0) continue
    const { full, initials } = pinyinKeys(word)
    learn.run(word, full, initials, homophoneKey(word), shapeKey(word))
  }
}

/** Takes back the words of a document that is gone; what no document has any more is forgotten. */
export const removeWords = (index: Database, words: readonly string[]): void => {
  const discount = prepared(index, 'UPDATE search_vocabulary SET documents = documents - 1 WHERE text = ?')
  const forget = prepared(index, 'DELETE FROM search_vocabulary WHERE text = ? AND documents <= 0')
  for (const word of words) {
    discount.run(word)
    forget.run(word)
  }
}
