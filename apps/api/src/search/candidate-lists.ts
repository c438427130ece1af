import { type DocidList, unite } from './docid-list.ts'

/** What an engine found for one reading of a query, each list newest first and cut at the same number of documents. */
export type CandidateLists = {
  /** All that is required holds. */
  matches: DocidList
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
  /** The whole query stands in sequence; null when every match has it so. */
  phrase: DocidList | null
}

/**
 * When there may be more to rank than the newest matches: where these were cut, and nothing is excluded. Whoever has the words of a
 * query is a match only where each condition is one word: those of a phrase may stand apart.
 */
type Addition = { isCut: boolean; areWords: boolean; mayAdd: boolean }

/**
 * The documents to rank. Where the matches were cut, older ones that the better lists know are added: the best title of
 * ten years ago is not lost behind ten thousand mentions of this month.
 */
export const toCandidates = (lists: CandidateLists, { isCut, areWords, mayAdd }: Addition): DocidList => {
  if (!isCut || !mayAdd) return lists.matches
  const byWords = areWords ? [lists.titleWords, lists.bodyWords] : []
  return unite([lists.matches, lists.titleRuns, lists.titlePhrase, lists.titleEqual, lists.phrase ?? [], ...byWords])
}
