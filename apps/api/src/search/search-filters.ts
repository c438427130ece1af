import { facetTerms, spanTerms } from './facet-terms.ts'

/** What a search is narrowed to. Instants are milliseconds since 1970; `to` is not included. */
export type SearchFilters = {
  /** The channels that count; null for all. */
  channelIds: readonly string[] | null
  topic?: string | undefined
  author?: string | undefined
  source?: string | undefined
  kind?: string | undefined
  from?: number | undefined
  to?: number | undefined
}

// The first instant a site can hold, and one far enough away.
const instantMinimum = Date.UTC(1900)
const yearsAheadMaximum = Date.UTC(2200)

/** The terms of the filters: of each group a document must have one. */
export const filterTerms = ({ channelIds, topic, author, source, kind, from, to }: SearchFilters): string[][] => {
  const groups: string[][] = []
  if (channelIds !== null) groups.push(channelIds.map(facetTerms.channel))
  if (topic !== undefined) groups.push([facetTerms.topic(topic)])
  if (author !== undefined) groups.push([facetTerms.author(author)])
  if (source !== undefined) groups.push([facetTerms.source(source)])
  if (kind !== undefined) groups.push([facetTerms.kind(kind)])
  if (from !== undefined || to !== undefined) {
    groups.push(spanTerms(Math.max(from ?? instantMinimum, instantMinimum), Math.min(to ?? yearsAheadMaximum, yearsAheadMaximum)))
  }
  return groups
}

/** Whether an instant lies in the span of the filters. */
export const isInSpan = ({ from, to }: SearchFilters, instant: number): boolean =>
  (from === undefined || instant >= from) && (to === undefined || instant < to)
