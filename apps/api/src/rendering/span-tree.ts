import { Mark, type Span } from '@gazette/schema/span'

type Wrapper = { type: 'link'; href: string } | { type: 'language'; language: string } | { type: 'mark'; mark: Mark }

/** Spans as nested markup needs them: neighbours that share a link, a language or a mark share one node. */
export type SpanNode = { type: 'text'; text: string } | (Wrapper & { children: SpanNode[] })

type Run = { text: string; wrappers: Wrapper[] }

// Links go outside so that a partly bold link stays one link; code goes inside because Markdown allows nothing within it.
const wrappersOf = ({ href, language, marks = [] }: Span): Wrapper[] => [
  ...(href === undefined ? [] : [{ type: 'link' as const, href }]),
  ...(language === undefined ? [] : [{ type: 'language' as const, language }]),
  ...Mark.options.filter((mark) => marks.includes(mark)).map((mark) => ({ type: 'mark' as const, mark })),
]

const keyOf = (wrapper: Wrapper | undefined): string => (wrapper === undefined ? '' : JSON.stringify(wrapper))

const build = (runs: readonly Run[]): SpanNode[] => {
  const nodes: SpanNode[] = []
  for (let start = 0; start < runs.length; ) {
    const wrapper = runs[start]?.wrappers[0]
    const key = keyOf(wrapper)
    let end = start + 1
    while (end < runs.length && keyOf(runs[end]?.wrappers[0]) === key) end += 1
    const group = runs.slice(start, end)
    if (wrapper === undefined)
      nodes.push({
        type: 'text',
        text: group.map(({ text }) => text).join(''),
      })
    else
      nodes.push({
        ...wrapper,
        children: build(
          group.map(({ text, wrappers }) => ({
            text,
            wrappers: wrappers.slice(1),
          })),
        ),
      })
    start = end
  }
  return nodes
}

/** Turns a flat run of spans into a tree. Empty spans are dropped. */
export const toSpanTree = (spans: readonly Span[]): SpanNode[] =>
  build(spans.filter(({ text }) => text !== '').map((span) => ({ text: span.text, wrappers: wrappersOf(span) })))

/** The words of spans without anything else. */
export const textOfSpans = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')
