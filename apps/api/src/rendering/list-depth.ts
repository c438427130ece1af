import type { ListItem } from '@gazette/schema/block'

const levelsMaximum = 16

/** All entries below the given ones in reading order, each without entries of its own. Not recursive: it is the end of recursion. */
const flatten = (items: readonly ListItem[]): ListItem[] => {
  const flat: ListItem[] = []
  const waiting = items.toReversed()
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    flat.push({ spans: item.spans, items: [] })
    for (const below of item.items.toReversed()) waiting.push(below)
  }
  return flat
}

/** A list of at most 16 levels; deeper entries move up to the last one, because nobody reads them and every stack ends somewhere. */
export const limitListDepth = (items: readonly ListItem[], levels = levelsMaximum): ListItem[] =>
  levels === 1 ? flatten(items) : items.map((item) => ({ spans: item.spans, items: limitListDepth(item.items, levels - 1) }))
