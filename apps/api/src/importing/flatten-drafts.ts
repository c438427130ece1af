import type { Span } from '@gazette/schema/span'
import { type Draft, joinLines, type TextDraft } from './draft-block.ts'
import type { Report } from './report.ts'

/** Lines of text among drafts, those of lists included, and whatever is no text. */
export const separateText = (drafts: readonly Draft[]): { lines: Span[][]; others: Draft[] } => {
  const lines: Span[][] = []
  const others: Draft[] = []
  for (const draft of drafts) {
    if (draft.type === 'text') lines.push(draft.spans)
    else if (draft.type === 'block' && draft.block.type === 'list') lines.push(...listLines(draft.block.items))
    else if (draft.type === 'block' && draft.block.type === 'divider') continue
    else others.push(draft)
  }
  return { lines, others }
}

type Items = { spans: Span[]; items: Items }[]

const listLines = (items: Items): Span[][] => items.flatMap((item) => [item.spans, ...listLines(item.items)])

/** All text of drafts in one run of spans, lines apart; the rest goes to `moved`, reported. */
export const toCellSpans = (drafts: readonly Draft[], moved: Draft[], report: Report): Span[] => {
  const { lines, others } = separateText(drafts)
  if (others.length > 0) report.count('image-moved', others.length)
  moved.push(...others)
  return joinLines(lines)
}

/** Whether a draft is a line of text. */
export const isText = (draft: Draft): draft is TextDraft => draft.type === 'text'
