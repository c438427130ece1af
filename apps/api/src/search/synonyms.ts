import { toPhrases } from './analyse-text.ts'
import { normaliseText } from './normalise-text.ts'
import type { SearchTerm } from './parse-search-query.ts'

/** For a normalised term the other terms that mean the same. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

/**
 * Reads synonyms: one group a line, its members parted by `=` (区政协 = 上虞政协). `a > b` is one way: who asks for a also
 * finds b. `#` begins a remark.
 */
export const loadSynonyms = (contents: string): Synonyms => {
  const synonyms = new Map<string, string[]>()
  const add = (from: string, to: string): void => {
    if (from === '' || to === '' || from === to) return
    const known = synonyms.get(from) ?? []
    if (!known.includes(to)) synonyms.set(from, [...known, to])
  }
  for (const line of contents.split('\n')) {
    const text = line.replace(/#.*$/s, '')
    const isOneWay = text.includes('>')
    const members = text.split(isOneWay ? '>' : '=').map(normaliseText)
    for (const [place, from] of members.entries()) {
      for (const to of isOneWay ? members.slice(place + 1) : members) add(from, to)
    }
  }
  return synonyms
}

/** A term that is also satisfied by its synonyms. */
export const withSynonyms = (term: SearchTerm, synonyms: Synonyms): SearchTerm => {
  const others = (synonyms.get(term.text) ?? []).map((text) => ({ text, phrases: toPhrases(text) }))
  return others.length === 0 ? term : { ...term, writings: [...term.writings, ...others.filter(({ phrases }) => phrases.length > 0)] }
}
