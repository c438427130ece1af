import { byKey, type RankedDocument } from './rank-candidates.ts'

/** Where a page begins: behind a document, before it, or at a number of documents from the start. */
export type PageStart =
  | { kind: 'offset'; offset: number }
  | { kind: 'after'; document: RankedDocument }
  | { kind: 'before'; document: RankedDocument }

/** A page of ranked documents and whether there is more on either side. */
export type RankedPage = { documents: RankedDocument[]; hasNext: boolean; hasPrevious: boolean }

/** How many documents of a sorted list come before `document`, or are it when `inclusive`. */
const countBefore = (ranked: readonly RankedDocument[], document: RankedDocument, inclusive: boolean, compare: typeof byKey): number => {
  let low = 0
  let high = ranked.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = ranked[middle]
    const order = found === undefined ? 1 : compare(found, document)
    if (order < 0 || (inclusive && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** Cuts a page out of a sorted list. A position is a document's place in the order: it holds while others come and go. */
export const pageOfRanked = (
  ranked: readonly RankedDocument[],
  start: PageStart,
  limit: number,
  compare: typeof byKey = byKey,
): RankedPage => {
  let from = 0
  let to = 0
  if (start.kind === 'before') {
    to = countBefore(ranked, start.document, false, compare)
    from = Math.max(0, to - limit)
  } else {
    from = start.kind === 'offset' ? start.offset : countBefore(ranked, start.document, true, compare)
    to = from + limit
  }
  return { documents: ranked.slice(from, to), hasNext: to < ranked.length, hasPrevious: from > 0 && ranked.length > 0 }
}
