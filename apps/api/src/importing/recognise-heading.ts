import { type Draft, isStrong, type TextDraft } from './draft-block.ts'
import { recogniseByline, recogniseSignature } from './recognise-signature.ts'
import { endsSentence } from './text-shape.ts'

const lengthMin = 3
const strongLengthMax = 50
const plainLengthMax = 32

const numbered: readonly { pattern: RegExp; depth: number }[] = [
  { pattern: /^第[一二三四五六七八九十百]{1,4}[章编篇部]/, depth: 0 },
  { pattern: /^[一二三四五六七八九十]{1,3}[、.．]/, depth: 1 },
  { pattern: /^[（(][一二三四五六七八九十]{1,3}[）)]/, depth: 2 },
]

const getNumber = (text: string) => numbered.find(({ pattern }) => pattern.test(text)) ?? null

const isWordy = (text: string): boolean =>
  text.length < lengthMin || text.includes('\n') || !/\p{Script=Han}{2}/u.test(text) || /https?:|www\.|@/.test(text)

const isOther = (text: string): boolean =>
  recogniseSignature(text) !== null ||
  recogniseByline(text)?.alone === true ||
  /^[（(【].*[）)】]$/.test(text) ||
  /^[▲△↑■●◆★※·•]/.test(text) ||
  /\d{4}年\d{1,2}月\d{1,2}日$|[二〇○零一]{2,4}年.{1,5}月.{1,5}日$/.test(text)

/** A line that could head a passage: short, words, no mark at its end. `colon` allows one there. */
const hasShape = (draft: TextDraft, lengthMax: number, colon: boolean): boolean => {
  const { text } = draft
  if (text.length > lengthMax || draft.files.length > 0 || draft.right || isWordy(text) || isOther(text)) return false
  if (/[，,、]$/.test(text) || /。/.test(text)) return false
  if (endsSentence(text)) return /^[^，,]{2,30}[？?]$/.test(text)
  return colon ? text.length <= 28 || !/[:：]$/.test(text) : !/[:：]/.test(text)
}

const isProse = (draft: Draft | undefined, length: number): boolean =>
  draft?.type === 'text' && draft.text.length >= length && /[。；！？…”]/.test(draft.text)

type Around = { before: Draft | undefined; next: Draft | undefined; afterNext: Draft | undefined; prose: number }

// A passage follows: a long paragraph, or one sentence of motto and then a long paragraph.
const headsPassage = ({ next, afterNext }: Around): boolean => {
  if (next?.type === 'block') return next.block.type === 'list' || next.block.type === 'table'
  if (isProse(next, 40)) return true
  return next?.type === 'text' && endsSentence(next.text) && isProse(afterNext, 60)
}

const looksPlain = (draft: Draft | undefined): draft is TextDraft =>
  draft?.type === 'text' && hasShape(draft, plainLengthMax, false) && getNumber(draft.text) === null

const findPlainDepth = (draft: TextDraft, around: Around): number | null => {
  const number = getNumber(draft.text)
  const sameBefore = around.before?.type === 'text' && number !== null && number === getNumber(around.before.text)
  const sameNext = around.next?.type === 'text' && number !== null && number === getNumber(around.next.text)
  if (number !== null) {
    // 一、甲 二、乙 below each other are a list, unless what follows is set as text.
    return hasShape(draft, 40, false) && !sameBefore && !sameNext && around.next !== undefined ? number.depth : null
  }
  if (around.before === undefined || around.before.type === 'image' || around.prose < 3) return null
  if (!looksPlain(draft) || looksPlain(around.before) || looksPlain(around.next)) return null
  return headsPassage(around) ? 1 : null
}

const findDepth = (draft: TextDraft, around: Around, mostlyStrong: boolean): number | null => {
  if (isStrong(draft) && !mostlyStrong && around.next !== undefined && hasShape(draft, strongLengthMax, true))
    return getNumber(draft.text)?.depth ?? 1
  return findPlainDepth(draft, around)
}

/** Of each draft: null, or how deep a heading it is (0 above 1 above 2), though its markup does not say so. */
export const recogniseHeadings = (drafts: readonly Draft[]): (number | null)[] => {
  const texts = drafts.filter((draft) => draft.type === 'text')
  const prose = texts.filter((draft) => isProse(draft, 30)).length
  const mostlyStrong = texts.filter(isStrong).length * 2 > texts.length
  return drafts.map((draft, at) => {
    if (draft.type !== 'text' || draft.level !== null) return null
    const around = { before: drafts[at - 1], next: drafts[at + 1], afterNext: drafts[at + 2], prose }
    return findDepth(draft, around, mostlyStrong)
  })
}

const sentenceLengthMin = 60

/** Whether heading markup holds running text: editors choose `h3` for its looks. */
export const isFalseHeading = (draft: TextDraft): boolean =>
  draft.level !== null && (draft.text.length > 100 || (draft.text.length > sentenceLengthMin && endsSentence(draft.text)))
