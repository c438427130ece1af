import type { Mark, Span } from '@gazette/schema/span'
import { escapeHtml, renderAttributes } from './escape-html.ts'
import { isExternalUrl, type RenderOptions, toSafeUrl } from './safe-url.ts'
import { type SpanNode, toSpanTree } from './span-tree.ts'

const elementOfMark: Record<Mark, string> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
}

/** Text with a line break element for every line feed. */
export const renderHtmlText = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

const renderNode = (node: SpanNode, options: RenderOptions): string => {
  if (node.type === 'text') return renderHtmlText(node.text)
  const content = node.children.map((child) => renderNode(child, options)).join('')
  if (node.type === 'link') return renderHtmlLink(node.href, content, options)
  if (node.type === 'language') return `<span${renderAttributes({ lang: node.language })}>${content}</span>`
  const element = elementOfMark[node.mark]
  return `<${element}>${content}</${element}>`
}

/** A link around ready markup; only the markup where the target is not one a reader may follow. */
export const renderHtmlLink = (
  target: string,
  content: string,
  options: RenderOptions,
  attributes: { type?: string; download?: string } = {},
): string => {
  const href = toSafeUrl(target, options)
  if (href === null) return content
  const rel = isExternalUrl(href, options) ? 'external noopener' : null
  return `<a${renderAttributes({ href, rel, ...attributes })}>${content}</a>`
}

/** Spans as HTML phrasing content. */
export const renderHtmlSpans = (spans: readonly Span[], options: RenderOptions): string =>
  toSpanTree(spans)
    .map((node) => renderNode(node, options))
    .join('')
