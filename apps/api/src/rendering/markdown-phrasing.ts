import type { Span } from '@gazette/schema/span'
import type { PhrasingContent } from 'mdast'
import { cleanText } from './clean-text.ts'
import { type RenderOptions, toSafeUrl } from './safe-url.ts'
import { type SpanNode, toSpanTree } from './span-tree.ts'

// Markdown has no syntax of its own for these marks; CommonMark lets their HTML elements stand in the text.
const elementOfMark = {
  underline: 'u',
  subscript: 'sub',
  superscript: 'sup',
} as const

/** Text with a hard line break for every line feed. */
export const toMarkdownText = (text: string): PhrasingContent[] =>
  cleanText(text)
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ])

const plainText = (nodes: readonly SpanNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : plainText(node.children))).join('')

// A pipe ends a table cell and `]:` ends the label of a definition even inside backticks; escapes do not work there.
const toCode = (value: string): PhrasingContent[] =>
  /[|\]]/.test(value)
    ? [
        { type: 'html', value: '<code>' },
        { type: 'text', value },
        { type: 'html', value: '</code>' },
      ]
    : [{ type: 'inlineCode', value }]

const toPhrasing = (node: SpanNode, options: RenderOptions): PhrasingContent[] => {
  if (node.type === 'text') return toMarkdownText(node.text)
  const children = node.children.flatMap((child) => toPhrasing(child, options))
  if (node.type === 'language') return children
  if (node.type === 'link') {
    const url = toSafeUrl(node.href, options)
    return url === null ? children : [{ type: 'link', url, children }]
  }
  switch (node.mark) {
    case 'strong':
      return [{ type: 'strong', children }]
    case 'emphasis':
      return [{ type: 'emphasis', children }]
    case 'strike':
      return [{ type: 'delete', children }]
    case 'code':
      return toCode(cleanText(plainText(node.children)).replaceAll('\n', ' '))
    default: {
      const element = elementOfMark[node.mark]
      return [{ type: 'html', value: `<${element}>` }, ...children, { type: 'html', value: `</${element}>` }]
    }
  }
}

/** Spans as the inline nodes of a Markdown tree (mdast). */
export const toMarkdownPhrasing = (spans: readonly Span[], options: RenderOptions): PhrasingContent[] =>
  toSpanTree(spans).flatMap((node) => toPhrasing(node, options))
