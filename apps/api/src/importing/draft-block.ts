import type { StoredBlock } from '@gazette/schema/block'
import type { Mark, Span } from '@gazette/schema/span'

type WithoutId<B> = B extends { id: string } ? Omit<B, 'id'> : never

/** A block that has no id yet. */
export type BlockDraft = WithoutId<StoredBlock>

/** A line of text with what its page showed about it; what it is gets decided later. */
export type TextDraft = {
  type: 'text'
  spans: Span[]
  /** Text of the spans. */
  text: string
  /** Heading level of its markup, 1 to 6; null for everything else. */
  level: number | null
  centred: boolean
  right: boolean
  /** Set smaller or paler than text is. */
  small: boolean
  indented: boolean
  /** Shares its paragraph with an image. */
  besideImage: boolean
  /** Ids of attachments the line links to. */
  files: string[]
}

/** An image with what is known of it. */
export type ImageDraft = { type: 'image'; media: string; alt: string; caption: string | null; credit: string | null; centred: boolean }

/** A block that is already decided. */
export type DecidedDraft = { type: 'block'; block: BlockDraft }

export type Draft = TextDraft | ImageDraft | DecidedDraft

/** Text of spans without marks and links. */
export const toSpansText = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** A line of text nothing is known about. */
export const createTextDraft = (spans: Span[], known: Partial<Omit<TextDraft, 'type' | 'spans' | 'text'>> = {}): TextDraft => ({
  type: 'text',
  spans,
  text: toSpansText(spans),
  level: null,
  centred: false,
  right: false,
  small: false,
  indented: false,
  besideImage: false,
  files: [],
  ...known,
})

/** Whether every letter of the line is strong. */
export const isStrong = (draft: TextDraft): boolean =>
  draft.spans.every((span) => span.marks?.includes('strong') === true || span.text.trim() === '')

const joinMarks = (marks: readonly Mark[] | undefined) => marks?.join(' ') ?? ''

/** Joins neighbouring spans that are set alike. */
export const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last !== undefined && joinMarks(last.marks) === joinMarks(span.marks) && last.href === span.href) last.text += span.text
    else if (span.text !== '') merged.push({ ...span })
  }
  return merged
}

/** Joins lines of spans into one, a line feed between them. */
export const joinLines = (lines: readonly Span[][]): Span[] =>
  mergeSpans(lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line])))

/** Characters of the line that are links. */
export const countLinked = (draft: TextDraft): number =>
  draft.spans.reduce((sum, span) => sum + (span.href === undefined ? 0 : span.text.length), 0)
