import { createHash } from 'node:crypto'

/** Begins every term that is not text: a character of the private use area, then letters no run of text mixes with it. */
const mark = '\uE000'

// Names contain what the tokeniser parts at; a digest does not, and 80 bits of it never meet another.
const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 20)

const digests = new Map<string, string>()
const digestsMaximum = 10_000

// The same few names and topics come again and again.
const digest = (value: string): string => {
  const known = digests.get(value) ?? digestOf(value)
  if (digests.size >= digestsMaximum) digests.clear()
  digests.set(value, known)
  return known
}

/** Terms by which an index narrows a search without looking at the documents. */
export const facetTerms = {
  channel: (id: string) => `${mark}c${id}`,
  kind: (kind: string) => `${mark}k${kind.toLowerCase()}`,
  author: (name: string) => `${mark}a${digest(name)}`,
  source: (name: string) => `${mark}s${digest(name)}`,
  topic: (slug: string) => `${mark}t${digest(slug)}`,
  /** @param instant milliseconds since 1970 */
  month: (instant: number) => `${mark}m${new Date(instant).toISOString().slice(0, 7).replace(/\D/g, '')}`,
  year: (instant: number) => `${mark}y${new Date(instant).toISOString().slice(0, 4).replace(/\D/g, '')}`,
}

const monthsBetweenMaximum = 36

const startOfMonth = (instant: number, months: number): number => {
  const date = new Date(instant)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months)
}

/**
 * The month or year terms (UTC) of which every instant in `from` to `to` has one; whole years when there are many months.
 * Instants outside the span may share them: the caller looks again.
 */
export const spanTerms = (from: number, to: number): string[] => {
  const terms: string[] = []
  for (let month = startOfMonth(from, 0); month < to && terms.length <= monthsBetweenMaximum; month = startOfMonth(month, 1)) {
    terms.push(facetTerms.month(month))
  }
  if (terms.length <= monthsBetweenMaximum) return terms
  const years: string[] = []
  for (let year = new Date(from).getUTCFullYear(); Date.UTC(year) < to; year += 1) years.push(facetTerms.year(Date.UTC(year)))
  return years
}
