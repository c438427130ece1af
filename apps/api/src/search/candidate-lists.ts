import { type DocidList, unite } from './docid-list.ts'

/** What an engine found for one reading of a query, each list newest first and cut at the same number of documents. */
export type CandidateLists = {
  /** All that is required holds. */
  matches: DocidList
  /** Whether `matches` was cut. */
  isCut: boolean
  /** All conditions stand in the title, as characters. */
  titleRuns: DocidList
  /** All conditions, or one of several, stand in the title as words. */
  titleWords: DocidList
  someTitleWords: DocidList
  titlePhrase: DocidList
  titleEqual: DocidList
  names: DocidList
  subject: DocidList
  bodyWords: DocidList
  /** Whether whoever has the words of the query must be a match: not where a phrase is of several words, which may stand apart. */
  wordsImplyMatch: boolean
  /** The whole query stands in sequence; null when every match has it so. */
  phrase: DocidList | null
}

/**
 * The documents to rank. Where the matches were cut, older ones that the better lists know are added: the best title of
 * ten years ago is not lost behind ten thousand mentions of this month.
 */
export const toCandidates = (lists: CandidateLists, mayAdd: boolean): DocidList => {
  if (!lists.isCut || !mayAdd) return lists.matches
  const byWords = lists.wordsImplyMatch ? [lists.titleWords, lists.bodyWords] : []
  return unite([lists.matches, lists.titleRuns, lists.titlePhrase, lists.titleEqual, lists.phrase ?? [], ...byWords])
}
