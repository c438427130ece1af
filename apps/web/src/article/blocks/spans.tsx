import type { Span } from '@gazette/schema/span'
import { Fragment, type ReactNode } from 'react'
import { ReaderLink } from '../../site/reader-link.tsx'

const lines = (text: string): ReactNode =>
  text.split('\n').map((line, index) => (
    // Keys by position are right here: lines of one text never move.
    <Fragment key={`${index}:${line}`}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))

const marked = (node: ReactNode, mark: NonNullable<Span['marks']>[number]): ReactNode => {
  switch (mark) {
    case 'strong':
      return <strong>{node}</strong>
    case 'emphasis':
      return <em>{node}</em>
    case 'underline':
      return <u>{node}</u>
    case 'strike':
      return <s>{node}</s>
    case 'subscript':
      return <sub>{node}</sub>
    case 'superscript':
      return <sup>{node}</sup>
    case 'code':
      return <code>{node}</code>
  }
}

const SpanView = ({ span }: { span: Span }) => {
  const inner = (span.marks ?? []).reduceRight<ReactNode>(marked, span.text.includes('\n') ? lines(span.text) : span.text)
  const linked = span.href ? <ReaderLink href={span.href}>{inner}</ReaderLink> : inner
  return span.language ? <span lang={span.language}>{linked}</span> : linked
}

/** Whether a text is set in lines of its own. */
export const hasLines = (spans: Span[]): boolean => spans.some(({ text }) => text.includes('\n'))

/** Runs of text with their marks and links. Text is only ever text: React escapes it. */
export const Spans = ({ spans }: { spans: Span[] }) =>
  spans.map((span, index) => <SpanView key={`${index}:${span.text.slice(0, 12)}`} span={span} />)
