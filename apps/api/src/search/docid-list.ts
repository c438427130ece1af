/** Numbers of documents in the index, greatest (newest) first, none twice. */
export type DocidList = readonly number[]

/** The documents of all lists. */
export const intersect = (lists: readonly DocidList[]): DocidList => {
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  return others.reduce<DocidList>((kept, list) => {
    const allowed = new Set(list)
    return kept.filter((docid) => allowed.has(docid))
  }, first)
}

/** The documents of the first list that are not in the second. */
export const subtract = (list: DocidList, removed: DocidList): DocidList => {
  if (removed.length === 0) return list
  const gone = new Set(removed)
  return list.filter((docid) => !gone.has(docid))
}

/** The documents of any of the lists. */
export const unite = (lists: readonly DocidList[]): DocidList =>
  lists.length === 1 ? (lists[0] ?? []) : [...Float64Array.from(new Set(lists.flat())).sort()].reverse()

/** For each document of `list`, in its order, whether it is in `marked`. Takes one walk through both. */
export const marks = (list: DocidList, marked: DocidList): Uint8Array => {
  const found = new Uint8Array(list.length)
  let at = 0
  for (const [index, docid] of list.entries()) {
    while (at < marked.length && (marked[at] ?? 0) > docid) at += 1
    if (marked[at] === docid) found[index] = 1
  }
  return found
}
