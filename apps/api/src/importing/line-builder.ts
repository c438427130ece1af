import type { Span } from '@gazette/schema/span'
import { createTextDraft, type Draft, joinLines, toSpansText } from './draft-block.ts'
import { isIndented, normaliseRuns, type Run } from './normalise-runs.ts'
import type { Place } from './place.ts'
import type { Report } from './report.ts'
import { endsSentence } from './text-shape.ts'

type Line = { spans: Span[]; indented: boolean; place: Place }

/** Gathers the text of a paragraph and turns its lines into drafts. */
export type LineBuilder = {
  addText: (text: string, place: Place) => void
  addBreak: (place: Place) => void
  addFile: (id: string) => void
  /** Puts a draft where the line stands: before its text when there is none yet, else behind it. */
  addDraft: (draft: Draft) => void
  /** Ends the paragraph. */
  flush: (place: Place) => void
  drafts: Draft[]
}

// A line break inside a paragraph separates paragraphs when the text says so: an indent, or a sentence that ended.
const startsParagraph = (line: Line, before: Line, beforeText: string): boolean =>
  line.indented || !before.place.paragraph || (endsSentence(beforeText) && beforeText.length > 30)

const groupLines = (lines: readonly Line[]): Line[][] => {
  const groups: Line[][] = []
  let before: Line | null = null
  for (const line of lines) {
    if (line.spans.length === 0) {
      before = null
      continue
    }
    const group = groups.at(-1)
    const together = before !== null && (line.place.level !== null || !startsParagraph(line, before, toSpansText(before.spans)))
    if (group !== undefined && together) group.push(line)
    else groups.push([line])
    before = line
  }
  return groups
}

const toDraft = (group: readonly Line[], known: { besideImage: boolean; files: string[] }): Draft | null => {
  const [first] = group
  if (first === undefined) return null
  const { level, centred, right, small, indented } = first.place
  const spans = joinLines(group.map((line) => line.spans))
  if (level !== null) for (const span of spans) span.text = span.text.replaceAll('\n', ' ')
  return createTextDraft(spans, { level, centred, right, small, indented: indented || first.indented, ...known })
}

/** A builder whose removals (indents, empty paragraphs) go to `report`. */
export const createLineBuilder = (report: Report): LineBuilder => {
  const drafts: Draft[] = []
  let lines: Line[] = []
  let runs: Run[] = []
  let files: string[] = []
  let behind: Draft[] = []
  let place: Place | null = null
  let beside = false

  const endLine = (fallback: Place) => {
    const spans = normaliseRuns(runs)
    const indented = spans.length > 0 && isIndented(runs)
    if (indented) report.count('indents')
    lines.push({ spans, indented, place: place ?? fallback })
    runs = []
    place = null
  }
  const emitText = () => {
    for (const group of groupLines(lines)) {
      const draft = toDraft(group, { besideImage: beside, files })
      if (draft !== null) drafts.push(draft)
    }
    lines = []
    files = []
  }
  const endsEmpty = () => runs.every((run) => run.text.trim() === '')
  const flush = (fallback: Place) => {
    const had = runs.length > 0 || lines.length > 0 || behind.length > 0 || beside
    endLine(fallback)
    if (lines.every((line) => line.spans.length === 0) && !beside && behind.length === 0 && (had || fallback.paragraph)) {
      if (fallback.paragraph) report.count('empty-paragraphs')
    }
    emitText()
    drafts.push(...behind)
    behind = []
    beside = false
  }
  return {
    drafts,
    addText: (text, at) => {
      if (place === null && text.trim() !== '') place = at
      runs.push({ text, marks: at.marks, href: at.href })
    },
    addBreak: (at) => {
      endLine(at)
      if (behind.length > 0) {
        emitText()
        drafts.push(...behind)
        behind = []
      }
    },
    addFile: (id) => files.push(id),
    addDraft: (draft) => {
      beside ||= draft.type === 'image'
      if (!endsEmpty()) {
        behind.push(draft)
        return
      }
      emitText()
      drafts.push(...behind, draft)
      behind = []
      runs = []
    },
    flush,
  }
}
