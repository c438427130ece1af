import { classifyCharacter } from './character-class.ts'

type RunKind = 'ideographs' | 'word' | 'number'

/** A stretch of one kind of characters in a normalised text; `start` and `end` are UTF-16 offsets. */
export type Run = {
  kind: RunKind
  /** The characters; of a number the digits alone (1,069 is 1069). */
  text: string
  start: number
  end: number
  /** Whether the run before it ends where this one begins, white space aside. */
  follows: boolean
}

const kinds = { ideograph: 'ideographs', letter: 'word', digit: 'number', space: undefined, other: undefined } as const
const mark = /^\p{M}/u

const widthAt = (text: string, index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
const kindAt = (text: string, index: number): RunKind | undefined => kinds[classifyCharacter(text.codePointAt(index) ?? 0)]

const endOfRun = (text: string, start: number, kind: RunKind): number => {
  let end = start + widthAt(text, start)
  while (end < text.length) {
    const width = widthAt(text, end)
    const found = kindAt(text, end)
    if (found !== kind && !(found === 'word' && mark.test(text.slice(end, end + width)))) break
    end += width
  }
  return end
}

/** Reads on over the commas that part thousands: each is followed by exactly three digits. */
const endOfNumber = (text: string, start: number, end: number): number => {
  let last = end
  if (last - start > 3) return last
  while (/^,\d{3}(?!\d)/.test(text.slice(last, last + 5))) last += 4
  return last
}

const readRun = (text: string, start: number, kind: RunKind, follows: boolean): Run => {
  const end = endOfRun(text, start, kind)
  if (kind !== 'number') return { kind, text: text.slice(start, end), start, end, follows }
  const last = endOfNumber(text, start, end)
  return { kind, text: text.slice(start, last).replaceAll(',', ''), start, end: last, follows }
}

/**
 * The runs of a normalised text in order. Letters and digits part (`4g` is two runs), so that 4G网络 is found by G网络
 * and COVID19 by COVID-19.
 */
export const splitRuns = (text: string): Run[] => {
  const runs: Run[] = []
  let touching = false
  for (let index = 0; index < text.length; ) {
    const kind = kindAt(text, index)
    if (kind === undefined) {
      touching = touching && classifyCharacter(text.codePointAt(index) ?? 0) === 'space'
      index += widthAt(text, index)
      continue
    }
    const run = readRun(text, index, kind, touching)
    runs.push(run)
    touching = true
    index = run.end
  }
  return runs
}
