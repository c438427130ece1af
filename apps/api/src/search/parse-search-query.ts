import { type Phrase, toPhrases } from './analyse-text.ts'
import { classifyCharacter } from './character-class.ts'
import { expandNumerals } from './expand-numerals.ts'
import { normaliseText } from './normalise-text.ts'
import { splitQuery } from './split-query.ts'

/** One condition of a query. It holds where one of its writings does; a writing does where all its phrases stand. */
export type SearchTerm = {
  /** In the normalised form. */
  text: string
  quoted: boolean
  /** The term and the other ways of writing the numbers in it. Never empty. */
  writings: { text: string; phrases: Phrase[] }[]
}

/**
 * What a reader asked for.
 * `nothing`: there is no letter, digit or ideograph in it; `tooLong`: more than `queryLengthMaximum` characters count.
 */
export type SearchQuery =
  | { kind: 'terms'; included: SearchTerm[]; excluded: SearchTerm[] }
  | { kind: 'nothing' }
  | { kind: 'tooLong'; lengthMaximum: number }

/** Characters that may count in a query: letters, digits and ideographs after normalisation. */
export const queryLengthMaximum = 256
/** UTF-16 units of a query, whatever they are: beyond it nothing is read at all. */
const unitsMaximum = 10_000

const toTerm = (text: string, quoted: boolean): SearchTerm[] => {
  const normalised = normaliseText(text)
  const writings = expandNumerals(normalised).map((writing) => ({ text: writing, phrases: toPhrases(writing) }))
  const searchable = writings.filter(({ phrases }) => phrases.length > 0)
  return searchable.length > 0 ? [{ text: normalised, quoted, writings: searchable }] : []
}

const unique = (terms: readonly SearchTerm[]): SearchTerm[] => {
  const byText = new Map<string, SearchTerm>()
  for (const term of terms) if (byText.get(term.text)?.quoted !== true) byText.set(term.text, term)
  return [...byText.values()]
}

/** Characters that count, in linear time; stops counting soon after the bound. */
const meaningfulLength = (query: string): number => {
  let count = 0
  for (const character of query) {
    const found = classifyCharacter(character.codePointAt(0) ?? 0)
    if (found !== 'space' && found !== 'other') count += 1
    if (count > queryLengthMaximum) break
  }
  return count
}

/**
 * Reads what a reader typed: words are joined by AND, quotes make a phrase, `-word` excludes, all else is literal.
 * A query of exclusions alone asks for what it names. Never throws; takes time linear in the length of `query`.
 */
export const parseSearchQuery = (query: string): SearchQuery => {
  if (query.length > unitsMaximum || meaningfulLength(query) > queryLengthMaximum)
    return { kind: 'tooLong', lengthMaximum: queryLengthMaximum }
  const pieces = splitQuery(query)
  const included = pieces.filter((piece) => !piece.excluded).flatMap((piece) => toTerm(piece.text, piece.quoted))
  const excluded = pieces.filter((piece) => piece.excluded).flatMap((piece) => toTerm(piece.text, piece.quoted))
  if (included.length > 0) return { kind: 'terms', included: unique(included), excluded: unique(excluded) }
  return excluded.length > 0 ? { kind: 'terms', included: unique(excluded), excluded: [] } : { kind: 'nothing' }
}
