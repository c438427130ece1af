import type { ArticleKind } from '@gazette/schema/article-content'
import type { CandidateLists } from './candidate-lists.ts'
import { type DocidList, marks } from './docid-list.ts'
import { type RankingWeights, scoreDocument } from './rank.ts'

/** What ranking needs to know of a document beside where the query stands in it. */
export type DocumentFacts = { kind: ArticleKind; channelId: string; publishedAt: number }

/** A document with the key it is sorted by: the score, or milliseconds since 1970. */
export type RankedDocument = { docid: number; key: number }

/** Greatest key first; the document number decides among equals, so that the order is total. */
export const byKey = (a: RankedDocument, b: RankedDocument): number => b.key - a.key || b.docid - a.docid

/** Ranks candidates, best first. Documents without facts are gone and left out. */
export const rankCandidates = (
  candidates: DocidList,
  lists: CandidateLists,
  facts: ReadonlyMap<number, DocumentFacts>,
  weights: RankingWeights,
): RankedDocument[] => {
  const mark = (list: DocidList) => marks(candidates, list)
  const titleRuns = mark(lists.titleRuns)
  const titleWords = mark(lists.titleWords)
  const someTitleWords = mark(lists.someTitleWords)
  const titlePhrase = mark(lists.titlePhrase)
  const titleEqual = mark(lists.titleEqual)
  const names = mark(lists.names)
  const subject = mark(lists.subject)
  const bodyWords = mark(lists.bodyWords)
  const phrase = lists.phrase === null ? null : mark(lists.phrase)
  const ranked: RankedDocument[] = []
  for (const [index, docid] of candidates.entries()) {
    const known = facts.get(docid)
    if (known === undefined) continue
    const inTitle = titleWords[index] === 1
    const key = scoreDocument(
      {
        titleWords: inTitle ? 1 : (someTitleWords[index] ?? 0) / 2,
        titleRuns: titleRuns[index] ?? 0,
        // An accidental run across words (政协 in 市政协调) is no phrase, wherever it stands.
        titlePhrase: inTitle && titlePhrase[index] === 1,
        titleEqual: titleEqual[index] === 1,
        names: names[index] ?? 0,
        subject: subject[index] ?? 0,
        // Behind a cut the list of words ends early; a title that has them all needs no further proof.
        bodyWords: inTitle ? 1 : (bodyWords[index] ?? 0),
        phrase: phrase === null || phrase[index] === 1 || titlePhrase[index] === 1,
        kind: known.kind,
        channelId: known.channelId,
        publishedAt: known.publishedAt,
      },
      weights,
    )
    ranked.push({ docid, key })
  }
  return ranked.sort(byKey)
}
