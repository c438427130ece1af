import type { Hit } from './find-phrases.ts'

/** A stretch of a text (UTF-16 offsets). */
export type Passage = { start: number; end: number }

/** Characters of a passage: shorter ones take the next sentence in, longer sentences are cut. */
const passageLength = { wanted: 60, maximum: 90 }

const sentenceEnd = /[。！？!?；;…\n]+[”’」』）)》〉】"']*/gu
const clauseEnd = /[，,、：:—]/u

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** The start of what a reader sees as one character at `offset`. */
const snap = (text: string, offset: number): number =>
  offset <= 0 ? 0 : offset >= text.length ? text.length : (graphemes.segment(text).containing(offset)?.index ?? offset)

const splitSentences = (text: string): Passage[] => {
  const sentences: Passage[] = []
  let start = 0
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length
    sentences.push({ start, end })
    start = end
  }
  if (start < text.length) sentences.push({ start, end: text.length })
  return sentences
}

const trim = (text: string, { start, end }: Passage): Passage => {
  const cut = text.slice(start, end)
  return { start: start + (cut.length - cut.trimStart().length), end: end - (cut.length - cut.trimEnd().length) }
}

/** The first place after the end of a clause in `from` to `to`, looking from `from` towards `to`. */
const clauseBetween = (text: string, from: number, to: number): number | undefined => {
  const step = from <= to ? 1 : -1
  for (let index = from; index !== to; index += step) if (clauseEnd.test(text.charAt(index - 1))) return index
  return undefined
}

/** Cuts a long sentence around a hit, at the ends of clauses where there are any near. */
const cutAround = (text: string, sentence: Passage, hit: Hit): Passage => {
  const earliest = Math.max(sentence.start, hit.start - passageLength.maximum / 3)
  const start = earliest === sentence.start ? earliest : (clauseBetween(text, earliest, hit.start + 1) ?? snap(text, earliest))
  const latest = Math.min(sentence.end, start + passageLength.maximum)
  if (hit.end >= latest) return { start, end: hit.end }
  const end = latest === sentence.end ? latest : (clauseBetween(text, latest, Math.max(hit.end, start + passageLength.wanted)) ?? latest)
  return { start, end: Math.max(snap(text, end), hit.end) }
}

/** The sentence a hit stands in, with the ones after it while they are short, or a part of it when it is long. */
const passageAround = (text: string, sentences: readonly Passage[], hit: Hit): Passage => {
  const index = sentences.findIndex((sentence) => hit.start < sentence.end)
  const sentence = sentences[index] ?? { start: 0, end: text.length }
  if (sentence.end - sentence.start > passageLength.maximum || hit.end > sentence.end) return trim(text, cutAround(text, sentence, hit))
  let end = sentence.end
  for (const next of sentences.slice(index + 1)) {
    if (end - sentence.start >= passageLength.wanted || next.end - sentence.start > passageLength.maximum) break
    end = next.end
  }
  return trim(text, { start: sentence.start, end })
}

/** A passage with what it shows: how many of the phrases, how often. */
export type RatedPassage = Passage & { phrases: Set<number>; hits: number }

/** The passages of a text that show its hits, in the order of the text, none overlapping another. */
export const choosePassages = (text: string, hits: readonly Hit[]): RatedPassage[] => {
  const sentences = splitSentences(text)
  const passages: RatedPassage[] = []
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = passages.at(-1)
    if (last !== undefined && hit.end <= last.end) {
      last.phrases.add(hit.phrase)
      last.hits += 1
      continue
    }
    const around = passageAround(text, sentences, hit)
    const start = Math.max(around.start, last?.end ?? 0)
    if (hit.start >= start) passages.push({ start, end: around.end, phrases: new Set([hit.phrase]), hits: 1 })
  }
  return passages
}
