import type { Mark, Span } from '@gazette/schema/span'
import { mergeSpans } from './draft-block.ts'
import { collapseSpace } from './text-shape.ts'

/** A stretch of source text with one set of marks. */
export type Run = { text: string; marks: readonly Mark[]; href: string | null }

const leadingIndent = /^[ \t\r\n\f]*(?:\u3000|\u00a0[ \t\r\n\f]*\u00a0|[\u2002\u2003])/

/** Whether a line begins with white space that is shown: ideographic or non-breaking spaces. */
export const isIndented = (runs: readonly Run[]): boolean =>
  leadingIndent.test(
    runs
      .map((run) => run.text.slice(0, 50))
      .join('')
      .slice(0, 200),
  )

const toSpan = (run: Run, text: string): Span => ({
  text,
  ...(run.marks.length > 0 ? { marks: [...run.marks] } : {}),
  ...(run.href === null ? {} : { href: run.href }),
})

/** Collapses a run as part of its line: what stands before and after decides about a break between Chinese characters. */
const collapseBetween = (before: string, text: string, after: string): string => {
  const left = before.trim()
  const right = after.trim()
  const collapsed = collapseSpace(`${left}${text}${right}`)
  return collapsed.slice(left.length, collapsed.length - right.length)
}

/**
 * One line of runs as spans: white space collapsed as a browser shows it, indents and outer spaces gone, spans that are set
 * alike joined. Empty when nothing is left.
 */
export const normaliseRuns = (runs: readonly Run[]): Span[] => {
  const whole = runs.map((run) => run.text).join('')
  if (whole.trim() === '') return []
  const spans: Span[] = []
  let previous = ' '
  for (const [index, run] of runs.entries()) {
    let text = collapseBetween(runs[index - 1]?.text.at(-1) ?? '', run.text, runs[index + 1]?.text[0] ?? '')
    if (/\s$/.test(previous.slice(-1))) text = text.trimStart()
    if (text === '') continue
    previous = text
    spans.push(toSpan(run, text))
  }
  for (let last = spans.at(-1); last !== undefined; last = spans.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') break
    spans.pop()
  }
  return mergeSpans(spans)
}
