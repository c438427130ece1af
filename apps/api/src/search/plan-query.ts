import { type Phrase, toPhrases } from './analyse-text.ts'
import type { Segmenter } from './create-segmenter.ts'
import type { SearchQuery, SearchTerm } from './parse-search-query.ts'

/** Holds where one of its alternatives does; an alternative does where all its phrases stand. */
export type Condition = Phrase[][]

/** One way to read a query. */
export type Interpretation = {
  /** All of them must hold. */
  required: Condition[]
  /** For each of them the words it is made of, in the normalised form. */
  words: string[][]
  /** All that is required, one after the other as typed; null when that is what is required already. */
  sequence: Phrase[] | null
}

/** What to look for, the same for every engine. */
export type QueryPlan = {
  /** Every term as typed. */
  typed: Interpretation
  /** Terms taken apart into words that may stand apart; null when that asks nothing different. */
  loose: Interpretation | null
  /** Whether `loose` is meant from the start, and not only when nothing is found as typed. */
  isLongTerm: boolean
  /** None of them may hold. */
  excluded: Condition[]
  /** All that is required as one normalised text: the name or title it may be. */
  whole: string
}

type Terms = Extract<SearchQuery, { kind: 'terms' }>

// Shorter terms are looked for as typed: a reader who types four characters means those four.
const longTermLength = 5

const characterCount = (text: string): number => [...text].length
const isSingleHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

/** The pieces of a term that may stand apart: its words, single characters kept with the word after them. */
const piecesOf = (words: readonly string[]): string[] => {
  const pieces: string[] = []
  let pending = ''
  for (const word of words) {
    pending += word
    if (isSingleHan(word)) continue
    pieces.push(pending)
    pending = ''
  }
  if (pending === '') return pieces
  return [...pieces.slice(0, -1), (pieces.at(-1) ?? '') + pending]
}

const toCondition = (term: SearchTerm): Condition => term.writings.map(({ phrases }) => phrases)

/** Words that say something: single characters between words (的) ask for nothing by themselves. */
const tellingWords = (words: readonly string[]): string[] => {
  const longer = words.filter((word) => !isSingleHan(word))
  return longer.length > 0 ? longer : [...words]
}

// Numbers typed in one writing are found in the other only as a whole.
const staysWhole = ({ quoted, writings }: SearchTerm): boolean => quoted || writings.length > 1

const isSequence = (phrases: readonly Phrase[]): boolean => phrases.length > 0 && phrases.every(({ kind }) => kind === 'sequence')

/** Decides how a query is looked for. */
export const planQuery = ({ included, excluded }: Terms, segmenter: Segmenter): QueryPlan => {
  const terms = included.map((term) => ({ term, words: segmenter.cut(term.text) }))
  // Between ideographs a space would not stand in the index either.
  const whole = included
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  const inSequence = toPhrases(whole)
  const sequence = isSequence(inSequence) ? inSequence : null
  const pieces = terms.flatMap(({ term, words }) => {
    const apart = staysWhole(term) ? [] : piecesOf(words)
    if (apart.length < 2) return [{ condition: toCondition(term), words: tellingWords(words) }]
    return apart.map((piece) => ({ condition: [toPhrases(piece)], words: tellingWords(segmenter.cut(piece)) }))
  })
  return {
    typed: {
      required: included.map(toCondition),
      words: terms.map(({ words }) => tellingWords(words)),
      sequence: included.length > 1 ? sequence : null,
    },
    loose:
      pieces.length > included.length
        ? { required: pieces.map(({ condition }) => condition), words: pieces.map(({ words }) => words), sequence }
        : null,
    isLongTerm: included.some(({ text, quoted }) => !quoted && characterCount(text) >= longTermLength),
    excluded: excluded.map(toCondition),
    whole,
  }
}

/** Every phrase of some conditions, for highlighting. */
export const phrasesOf = (conditions: readonly Condition[]): Phrase[] => conditions.flat(2)
