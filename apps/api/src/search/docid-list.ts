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

/** Both lists in one walk. */
const merge = (a: DocidList, b: DocidList): DocidList => {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const merged: number[] = []
  let inB = 0
  for (const docid of a) {
    for (let other = b[inB]; other !== undefined && other >= docid; other = b[inB]) {
      if (other > docid) merged.push(other)
      inB += 1
    }
    merged.push(docid)
  }
  for (; inB < b.length; inB += 1) merged.push(b[inB] ?? 0)
  return merged
}

/** The documents of any of the lists. */
export const unite = (lists: readonly DocidList[]): DocidList => lists.reduce(merge, [])

/** For each document of `list`, in its order, whether it is in `marked`. Takes one walk through both. */
export const marks = (list: DocidList, marked: DocidList): Uint8Array => {
  const found = new Uint8Array(list.length)
  if (marked.length === 0) return found
  let at = 0
  for (let index = 0; index < list.length; index += 1) {
    const docid = list[index] ?? 0
    while (at < marked.length && (marked[at] ?? 0) > docid) at += 1
    if (marked[at] === docid) found[index] = 1
  }
  return found
}
