import type { Phrase } from './analyse-text.ts'
import { choosePassages, type Passage, type RatedPassage } from './choose-passages.ts'
import { findPhrases, type Hit } from './find-phrases.ts'

/** A run of verbatim text; `hit` when it is what was searched for. */
export type HighlightRun = { text: string; hit: boolean }

const passagesMaximum = 2
/** Of one block no more hits are looked at: a table of ten thousand rows has said enough by then. */
const hitsMaximum = 500

const cutRuns = (text: string, { start, end }: Passage, hits: readonly Hit[]): HighlightRun[] => {
  const runs: HighlightRun[] = []
  let at = start
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(hit.start, at)
    const to = Math.min(hit.end, end)
    if (to <= from) continue
    const last = runs.at(-1)
    if (from === at && last?.hit) last.text += text.slice(from, to)
    else {
      if (from > at) runs.push({ text: text.slice(at, from), hit: false })
      runs.push({ text: text.slice(from, to), hit: true })
    }
    at = to
  }
  if (at < end) runs.push({ text: text.slice(at, end), hit: false })
  return runs
}

/** The whole text as runs. Joined they are the text, byte for byte; hits never part a character from its marks. */
export const highlightText = (text: string, phrases: readonly Phrase[]): HighlightRun[] =>
  cutRuns(text, { start: 0, end: text.length }, findPhrases(text, phrases))

type Candidate = { text: string; order: number; passage: RatedPassage; hits: Hit[] }

const rate = ({ passage }: Candidate, shown: ReadonlySet<number>): number => {
  const fresh = [...passage.phrases].filter((phrase) => !shown.has(phrase)).length
  return fresh * 100 + passage.phrases.size * 10 + Math.min(passage.hits, 9)
}

const best = (candidates: readonly Candidate[], shown: ReadonlySet<number>): Candidate | undefined => {
  let chosen: Candidate | undefined
  for (const candidate of candidates) if (chosen === undefined || rate(candidate, shown) > rate(chosen, shown)) chosen = candidate
  return chosen
}

/**
 * The best two passages of a body given block by block: those that show the most of what was searched for, the second
 * preferably what the first does not, in the order of the text. Whole sentences where they fit in 60 to 90 characters.
 */
export const highlightBody = (blocks: readonly string[], phrases: readonly Phrase[]): HighlightRun[][] => {
  let order = 0
  let candidates: Candidate[] = blocks.flatMap((text) => {
    const hits = findPhrases(text, phrases).slice(0, hitsMaximum)
    return choosePassages(text, hits).map((passage) => ({ text, order: order++, passage, hits }))
  })
  const chosen: Candidate[] = []
  const shown = new Set<number>()
  while (chosen.length < passagesMaximum) {
    const next = best(candidates, shown)
    if (next === undefined) break
    chosen.push(next)
    for (const phrase of next.passage.phrases) shown.add(phrase)
    candidates = candidates.filter((candidate) => candidate !== next)
  }
  return chosen.sort((a, b) => a.order - b.order).map(({ text, passage, hits }) => cutRuns(text, passage, hits))
}
