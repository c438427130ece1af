import { type Run, splitRuns } from './split-runs.ts'

/** One entry of the index with its place in the normalised text (UTF-16 offsets). Its position is its place in the list. */
export type Token = { term: string; start: number; end: number }

/** Stands between two texts of one document: no phrase reaches across it. Never part of a normalised text. */
export const gapTerm = '\u2029'

/**
 * A run c1 c2 … cn becomes c1c2, c2c3, … and at last cn alone. The lone last character answers for the run's end, so
 * that two runs in sequence (政协，协商) never look like one (政协商). A run that follows a word or number begins with
 * c1 alone, so that a phrase may end there (2024年 in 2024年底).
 */
const appendIdeographs = (run: Run, tokens: Token[]): void => {
  const { text, start } = run
  let left = 0
  let middle = text.codePointAt(0) ?? 0
  let width = middle > 0xffff ? 2 : 1
  const single = width === text.length
  if (run.follows && !single) tokens.push({ term: text.slice(0, width), start, end: start + width })
  while (left + width < text.length) {
    middle = text.codePointAt(left + width) ?? 0
    const next = middle > 0xffff ? 2 : 1
    const end = left + width + next
    tokens.push({ term: text.slice(left, end), start: start + left, end: start + end })
    left += width
    width = next
  }
  tokens.push({ term: text.slice(left), start: start + left, end: run.end })
}

/** The tokens of a normalised text, in the order and at the positions they have in the index. */
export const analyseText = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const run of splitRuns(text)) {
    if (run.kind === 'ideographs') appendIdeographs(run, tokens)
    else tokens.push({ term: run.text, start: run.start, end: run.end })
  }
  return tokens
}

/** A sequence of terms that must stand at consecutive positions, or one character that may stand anywhere. */
export type Phrase = { kind: 'sequence'; terms: string[] } | { kind: 'character'; character: string }

const characterCount = (text: string): number => (text.length > 2 ? text.length : [...text].length)

/**
 * The phrases that find a normalised text wherever it stands. There is more than one only where the text ends, after
 * punctuation, in a single ideograph: which characters follow it in a document cannot be told.
 */
export const toPhrases = (text: string): Phrase[] => {
  const runs = splitRuns(text)
  const last = runs.at(-1)
  if (last === undefined) return []
  const tokens = analyseText(text)
  if (last.kind !== 'ideographs') return [{ kind: 'sequence', terms: tokens.map((token) => token.term) }]
  const single = characterCount(last.text) === 1
  if (single && last.follows) return [{ kind: 'sequence', terms: tokens.map((token) => token.term) }]
  const terms = tokens.slice(0, -1).map((token) => token.term)
  const phrases: Phrase[] = terms.length > 0 ? [{ kind: 'sequence', terms }] : []
  return single ? [...phrases, { kind: 'character', character: last.text }] : phrases
}
