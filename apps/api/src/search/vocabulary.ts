import { sql } from 'drizzle-orm'
import type { Database } from '../database/store.ts'
import type { Segmenter } from './create-segmenter.ts'
import { normaliseText } from './normalise-text.ts'
import { homophoneKey, pinyinKeys } from './pinyin-keys.ts'
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
export const addWords = async (index: Database, words: readonly string[]): Promise<void> => {
  for (const word of words) {
    const known = index.run(sql`UPDATE search_vocabulary SET documents = documents + 1 WHERE text = ${word}`)
    if (known.changes > 0) continue
    const { full, initials } = pinyinKeys(word)
    index.run(sql`INSERT INTO search_vocabulary (text, documents, pinyin, initials, sound, shape)
      VALUES (${word}, 1, ${full}, ${initials}, ${homophoneKey(word)}, ${shapeKey(word)})`)
  }
}

/** Takes back the words of a document that is gone; what no document has any more is forgotten. */
export const removeWords = async (index: Database, words: readonly string[]): Promise<void> => {
  if (words.length === 0) return
  const list = JSON.stringify(words)
  index.run(sql`UPDATE search_vocabulary SET documents = documents - 1 WHERE text IN (SELECT value FROM json_each(${list}))`)
  index.run(sql`DELETE FROM search_vocabulary WHERE documents <= 0 AND text IN (SELECT value FROM json_each(${list}))`)
}
