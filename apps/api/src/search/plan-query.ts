import { type Phrase, toPhrases } from './analyse-text.ts'
import type { Segmenter } from './create-segmenter.ts'
import type { SearchQuery, SearchTerm } from './parse-search-query.ts'

/** Holds where one of its alternatives does; an alternative does where all its phrases stand. */
export type Condition = Phrase[][]

/** One way to read a query. */
export type Interpretation = {
  /** All of them must hold. */
  required: Condition[]
  /** For each of them, and each of its alternatives, the words that is made of, in the normalised form. */
  words: string[][][]
  /** Whether each condition is one word in each of its writings, so that whoever has the words has what is required. */
  areWords: boolean
  /** All that is required, one after the other as typed; null when that is what is required already. */
  sequence: Phrase[] | null
}

/** What to look for, the same for every engine. */
export type QueryPlan = {
  /** Every term as typed. */
  typed: Interpretation
  /** Terms taken apart into words that may stand apart; null when that asks nothing different. */
  loose: Interpretation | null
  /** For those who ask in a sentence: most of the words, tried in this order when not even all words apart are found. */
  partial: Interpretation[]
  /** Whether `loose` is meant from the start, and not only when little is found as typed. */
  isLongTerm: boolean
  /** None of them may hold. */
  excluded: Condition[]
  /** All that is required as one normalised text: the name or title it may be. */
  whole: string
}

type Terms = Extract<SearchQuery, { kind: 'terms' }>

// Shorter terms are looked for as typed: a reader who types four characters means those four.
const longTermLength = 5

/** Characters that hold a sentence together and ask for nothing. */
const functionCharacters = new Set('的了在是和与及或而着把被从对为也都就吗呢吧')

const characterCount = (text: string): number => [...text].length
const isSpelled = (word: string): boolean => /^[\p{L}\p{M}\p{N} ]+$/u.test(word) && !/\p{Script=Han}/u.test(word)
const isSingleHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

/**
 * The pieces of a term that may stand apart: its words. A single character stays with the word it touches, the next before
 * the last; between characters that only hold a sentence together (修了) it asks for too little to be asked at all.
 */
const piecesOf = (words: readonly string[]): string[] => {
  const pieces: string[] = []
  let pending = ''
  let touches = false
  for (const word of words) {
    if (functionCharacters.has(word)) {
      pending = ''
      touches = false
    } else if (touches && isSpelled(word) && isSpelled(pieces.at(-1) ?? '')) {
      // 4G and COVID-19 are names: their letters and digits mean nothing apart.
      pieces.push(`${pieces.pop()} ${word}`)
    } else if (isSingleHan(word)) {
      pending += word
    } else {
      pieces.push(pending + word)
      pending = ''
      touches = true
    }
  }
  return touches && pending !== '' ? [...pieces.slice(0, -1), (pieces.at(-1) ?? '') + pending] : pieces
}

/** All ways to leave `omitted` of the conditions out, as one condition. */
const allBut = (conditions: readonly Condition[], omitted: number): Condition => {
  if (omitted === 0) return [conditions.flatMap(([phrases = []]) => phrases)]
  if (conditions.length <= omitted) return [[]]
  const [first = [], ...others] = conditions
  const [phrases = []] = first
  return [...allBut(others, omitted).map((rest) => [...phrases, ...rest]), ...allBut(others, omitted - 1)]
}

const omittedMaximum = 2
const partsMaximum = 8

/** Readings that ask for most of the conditions only: all but one of three or more, all but two of five or more. */
const partialReadings = ({ required, words }: Interpretation): Interpretation[] => {
  if (required.length > partsMaximum) return []
  return Array.from({ length: omittedMaximum }, (_, index) => index + 1)
    .filter((omitted) => required.length > 2 * omitted)
    .map((omitted) => ({ required: [allBut(required, omitted)], words, areWords: false, sequence: null }))
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
  const tellingWordsOf = (text: string): string[] => tellingWords(segmenter.cut(text))
  const wordsOf = ({ writings }: SearchTerm): string[][] => writings.map(({ text }) => tellingWordsOf(text))
  const isWord = (text: string): boolean => segmenter.cut(text).length === 1
  const areWords = (terms: readonly SearchTerm[]): boolean => terms.every(({ writings }) => writings.every(({ text }) => isWord(text)))
  // Between ideographs a space would not stand in the index either.
  const whole = included
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  const inSequence = toPhrases(whole)
  const sequence = isSequence(inSequence) ? inSequence : null
  const pieces = included.flatMap((term) => {
    const apart = staysWhole(term) ? [] : piecesOf(segmenter.cut(term.text))
    if (apart.length < 2) return [{ condition: toCondition(term), words: wordsOf(term), isWord: areWords([term]) }]
    return apart.map((piece) => ({ condition: [toPhrases(piece)], words: [tellingWordsOf(piece)], isWord: isWord(piece) }))
  })
  const loose =
    pieces.length > included.length
      ? {
          required: pieces.map(({ condition }) => condition),
          words: pieces.map((piece) => piece.words),
          areWords: pieces.every((piece) => piece.isWord),
          sequence,
        }
      : null
  return {
    typed: {
      required: included.map(toCondition),
      words: included.map(wordsOf),
      areWords: areWords(included),
      sequence: included.length > 1 ? sequence : null,
    },
    loose,
    partial: loose !== null && included.length === 1 ? partialReadings(loose) : [],
    isLongTerm: included.some(({ text, quoted }) => !quoted && characterCount(text) >= longTermLength),
    excluded: excluded.map(toCondition),
    whole,
  }
}

/** Every phrase of some conditions, for highlighting. */
export const phrasesOf = (conditions: readonly Condition[]): Phrase[] => conditions.flat(2)
