import type { FacetCount, FacetCounts, FacetFacts } from './search-engine.ts'

const valuesMaximum = 50

const countValues = (values: Iterable<string>): FacetCount[] => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, valuesMaximum)
}

/** Counts how many documents have each value, the most frequent first. Years are those of `yearOf`. */
export const countFacets = (documents: readonly FacetFacts[], yearOf: (instant: number) => string): FacetCounts => ({
  channels: countValues(documents.map(({ channelId }) => channelId)),
  kinds: countValues(documents.map(({ kind }) => kind)),
  sources: countValues(documents.flatMap(({ source }) => source ?? [])),
  topics: countValues(documents.flatMap(({ topics }) => topics)),
  years: countValues(documents.map(({ publishedAt }) => yearOf(publishedAt))),
})
