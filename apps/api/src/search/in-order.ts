/**
 * Works on items as they come, on up to `ahead` of them beyond the one whose result is awaited, and gives the results in
 * the order of the items.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const inWork: Promise<Result>[] = []
  for await (const item of items) {
    const working = work(item)
    // It is awaited in its turn; until then a failure has to wait too.
    working.catch(() => undefined)
    inWork.push(working)
    const first = inWork.length > ahead ? inWork.shift() : undefined
    if (first) yield await first
  }
  for (const working of inWork) yield await working
}
