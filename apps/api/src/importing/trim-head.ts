import type { Line } from './collect-lines.ts'
import { toLineOf } from './collect-lines.ts'
import { type Draft, type TextDraft, toSpansText } from './draft-block.ts'
import { isNeutral, judgeFurniture } from './page-furniture.ts'
import { findMoment } from './parse-published.ts'
import { isFactLine } from './read-facts.ts'
import { isTrailLine } from './read-trail.ts'
import type { Report } from './report.ts'
import { isSubtitleLine } from './split-title.ts'
import { hasSentenceMark, toBare } from './text-shape.ts'

const headMax = 25

/** A draft's text as a line, as the readers of facts take it. */
export const toFactLine = (draft: TextDraft, order: number): Line | null =>
  toLineOf(
    draft.spans.map((span) => ({ text: span.text, href: span.href ?? '', element: null, order })),
    null,
  )

/** Whether a draft is a list of share buttons and the like. */
export const isListOfFurniture = (draft: Draft): boolean =>
  draft.type === 'block' &&
  draft.block.type === 'list' &&
  draft.block.items.every((item) => item.items.length === 0 && isNeutral(toSpansText(item.spans)))

const isHeadLine = (draft: TextDraft, line: Line): boolean => judgeFurniture(draft.text) !== null || isFactLine(line) || isTrailLine(line)

/** A short line (a byline) with a line of dated facts right below it still belongs to the head. */
const standsAboveFacts = (draft: TextDraft, below: readonly Draft[]): boolean =>
  draft.text.length <= 60 &&
  !hasSentenceMark(draft.text) &&
  below.some((next) => {
    const line = next.type === 'text' ? toFactLine(next, 0) : null
    return line !== null && isFactLine(line) && findMoment(line.text) !== null && /[:：]/.test(line.text)
  })

const findTitleEnd = (drafts: readonly Draft[], title: string): number => {
  const bare = toBare(title)
  for (const [index, draft] of drafts.slice(0, headMax).entries()) {
    if (draft.type !== 'text') continue
    const text = toBare(draft.text)
    if (text === bare) return index + 1
    if (text.length > 120 && hasSentenceMark(draft.text)) return 0
  }
  return 0
}

export type TrimmedHead = {
  drafts: Draft[]
  /** Lines taken off, for reading facts from them. */
  lines: Line[]
  /** A subtitle that stood below the title. */
  subtitle: string | null
}

/**
 * Takes off what stands above the text inside its element: everything up to the title when the title is there, then lines of
 * facts, furniture and the trail. The first line of text ends it. `isDated` tells that the date is known from elsewhere, so
 * that a line like `时间：…` may be text.
 */
export const trimHead = (drafts: readonly Draft[], title: string, report: Report): TrimmedHead => {
  const start = findTitleEnd(drafts, title)
  const lines: Line[] = []
  let subtitle: string | null = null
  const take = (draft: TextDraft, order: number) => {
    const line = toFactLine(draft, order)
    if (line !== null) lines.push(line)
    report.add('page-header', draft.text, '正文开头')
  }
  const kept: Draft[] = []
  for (const [index, draft] of drafts.slice(0, start).entries()) {
    if (draft.type === 'text') take(draft, index)
    else if (draft.type === 'image') kept.push(draft)
  }
  let at = start
  for (; at < drafts.length && at < start + headMax; at += 1) {
    const draft = drafts[at]
    if (draft === undefined) break
    if (isListOfFurniture(draft)) {
      report.add('furniture', '', '正文开头')
      continue
    }
    if (draft.type === 'block' && draft.block.type === 'divider') continue
    if (draft.type !== 'text') break
    const line = toFactLine(draft, at)
    if (start > 0 && subtitle === null && isSubtitleLine(draft.text)) subtitle = draft.text
    else if (line === null || !(isHeadLine(draft, line) || standsAboveFacts(draft, drafts.slice(at + 1, at + 3)))) break
    take(draft, at)
  }
  return { drafts: [...kept, ...drafts.slice(at)], lines, subtitle }
}
