import type { CandidateLists } from './candidate-lists.ts'
import type { DocidList } from './docid-list.ts'
import {
  allOf,
  anyOf,
  conditionExpression,
  divideCondition,
  type Expression,
  sequenceExpression,
  termExpression,
} from './full-text-expression.ts'
import { wordTerm } from './index-terms.ts'
import type { EngineRequest } from './search-engine.ts'
import { filterTerms } from './search-filters.ts'
import type { IndexPart, IndexReader, PartQuery, ReadingOrder } from './sqlite-index-reader.ts'

const filterExpressions = (request: EngineRequest): Expression[] =>
  filterTerms(request.filters).map((terms) => anyOf(terms.map(termExpression)))

/** What each part of the index is asked for the matches themselves. */
const matchQueries = ({ interpretation, excluded }: EngineRequest, filters: readonly Expression[]): Map<IndexPart, PartQuery> => {
  const required = interpretation.required.map(divideCondition)
  const inText = required.flatMap((condition) => condition.inText)
  const inWords = required.flatMap((condition) => condition.inWords)
  const unwanted = excluded.map(divideCondition)
  // Every part that is asked for something is narrowed; it costs nothing and saves reading what the other part drops.
  const narrowed = (expressions: Expression[]): Expression[] => (expressions.length > 0 ? [...filters, ...expressions] : [])
  return new Map([
    ['text', { required: narrowed(inText), excluded: unwanted.flatMap((condition) => condition.inText) }],
    ['words', { required: narrowed(inWords), excluded: unwanted.flatMap((condition) => condition.inWords) }],
  ])
}

/** Every condition's words in one of its writings, each word as the kind of term that is given. */
const wordsExpression = (words: readonly string[][][], toTerm: (word: string) => string): Expression[] =>
  words.map((writings) => anyOf(writings.map((ofWriting) => allOf(ofWriting.map((word) => termExpression(toTerm(word)))))))

/** Reads the matches, at most `limit` from the end of time that comes first. */
export const readMatches = (reader: IndexReader, request: EngineRequest, limit: number, order: ReadingOrder): DocidList => {
  const groups = filterTerms(request.filters)
  if (groups.some((terms) => terms.length === 0)) return []
  return reader.readAll(matchQueries(request, filterExpressions(request)), limit, order)
}

/** How many matches there are behind those that have been read, counted up to `limit`; null when that takes reading them. */
export const countOlder = (reader: IndexReader, request: EngineRequest, newest: DocidList, limit: number): number | null => {
  const [last = 0] = newest
  const before = newest.at(-1) ?? 0
  // As many as there would be if they stood as close to each other in the whole archive.
  const expected = (before * newest.length) / Math.max(1, last - before)
  return reader.countOlder(matchQueries(request, filterExpressions(request)), { before, limit, expected })
}

const nothing: CandidateLists = {
  matches: [],
  titleRuns: [],
  titleWords: [],
  someTitleWords: [],
  titlePhrase: [],
  titleEqual: [],
  names: [],
  subject: [],
  bodyWords: [],
  phrase: [],
}

/**
 * How far behind the ranked matches a query is looked for in sequence, in documents: where its words are common and their
 * sequence is rare, a look through everything would take longer the older the archive is. Titles are looked through to the end.
 */
const sequenceReach = 10_000

/** So few documents are looked at one by one: a list of the whole archive would be read for them otherwise. */
const fewMaximum = 8

/** The newest matches, whether there are others, and how many documents of each list are read. */
type Ranked = { matches: DocidList; isCut: boolean; limit: number }

/** Reads everything the ranking looks at. */
export const readCandidates = (reader: IndexReader, request: EngineRequest, { matches, isCut, limit }: Ranked): CandidateLists => {
  if (matches.length === 0) return nothing
  const { interpretation, names, whole } = request
  const { required, words, areWords, sequence } = interpretation
  const filters = filterExpressions(request)
  const oldestMatch = matches.at(-1) ?? 0
  const read = (part: IndexPart, expressions: readonly Expression[]): DocidList =>
    reader.read(part, allOf([...filters, ...expressions]), limit)
  /** Which of some documents have these words: all of a few, else the newest. */
  const marked = (documents: DocidList, expressions: readonly Expression[]): DocidList =>
    documents.length <= fewMaximum
      ? reader.readAmong('words', allOf(expressions), documents)
      : reader.readFrom('words', allOf([...filters, ...expressions]), documents.at(-1) ?? 0, limit)
  const sequences = (sequence ?? []).flatMap((phrase) => (phrase.kind === 'sequence' ? [sequenceExpression(phrase.terms)] : []))
  const isOneCondition = words.length === 1
  const oldest = Math.min(oldestMatch, (matches[0] ?? 0) - sequenceReach)
  const inSequence = (): DocidList => reader.readFrom('text', allOf([...filters, ...sequences]), oldest, limit)
  const titleRuns = read('title', required.map(conditionExpression))
  // What stands in no title as characters cannot stand there as words.
  const someTitleWords = isOneCondition ? [] : marked(matches, [anyOf(wordsExpression(words, wordTerm.title))])
  const everywhere = wordsExpression(words, wordTerm.anywhere)
  return {
    matches,
    titleRuns,
    titleWords: titleRuns.length === 0 ? [] : marked(titleRuns, wordsExpression(words, wordTerm.title)),
    someTitleWords,
    titlePhrase: titleRuns.length === 0 || sequences.length === 0 ? (isOneCondition ? titleRuns : []) : read('title', sequences),
    titleEqual: titleRuns.length === 0 ? [] : read('words', [termExpression(wordTerm.whole(whole))]),
    names: marked(matches, [anyOf([...new Set([...names, whole])].map((name) => termExpression(wordTerm.name(name))))]),
    subject: marked(matches, wordsExpression(words, wordTerm.subject)),
    bodyWords: isCut && areWords ? read('words', everywhere) : marked(matches, everywhere),
    phrase: sequence === null ? (isOneCondition ? null : []) : sequences.length > 0 ? inSequence() : [],
  }
}
