import type { Block, ListItem } from '@gazette/schema/block'
import type { List, PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { assertNever } from './assert-never.ts'
import { cleanLine } from './clean-text.ts'
import { limitListDepth } from './list-depth.ts'
import { toMarkdownPhrasing, toMarkdownText } from './markdown-phrasing.ts'
import { symbolsBeyondBmp } from './markdown-symbols.ts'
import { toMarkdownTable } from './markdown-table.ts'
import { describeFigure, describeFile } from './media-facts.ts'
import { type RenderOptions, toSafeUrl } from './safe-url.ts'

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>
type Figure = BlockOf<'gallery'>['items'][number]

const paragraph = (...children: PhrasingContent[]): RootContent[] => (children.length > 0 ? [{ type: 'paragraph', children }] : [])

const emphasized = (text: string): RootContent[] => (text === '' ? [] : paragraph({ type: 'emphasis', children: toMarkdownText(text) }))

const link = (target: string, text: string, options: RenderOptions): PhrasingContent => {
  const url = toSafeUrl(target, options)
  const label: PhrasingContent = { type: 'text', value: cleanLine(text) }
  return url === null ? label : { type: 'link', url, children: [label] }
}

const toList = (ordered: boolean, items: readonly ListItem[], options: RenderOptions): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((item) => ({
    type: 'listItem',
    spread: false,
    children: [
      { type: 'paragraph', children: toMarkdownPhrasing(item.spans, options) },
      ...(item.items.length > 0 ? [toList(ordered, item.items, options)] : []),
    ],
  })),
})

const toFigure = (figure: Figure, options: RenderOptions): RootContent[] => {
  const url = toSafeUrl(figure.media.url, options)
  const alt = cleanLine(figure.alt)
  const image: PhrasingContent = url === null ? { type: 'text', value: alt } : { type: 'image', url, alt }
  return [...paragraph(image), ...emphasized(describeFigure(figure))]
}

const toQuote = (content: readonly RootContent[]): RootContent[] =>
  content.length > 0
    ? [
        {
          type: 'blockquote',
          children: content.filter((node) => node.type === 'paragraph'),
        },
      ]
    : []

const toPlayer = (label: string, { media, caption, transcript }: BlockOf<'video' | 'audio'>, options: RenderOptions): RootContent[] => [
  ...paragraph(link(media.url, `${label}：${caption || media.fileName}`, options)),
  ...(transcript ? toQuote(paragraph(...toMarkdownText(transcript))) : []),
]

const toFile = ({ media, title }: BlockOf<'file'>, options: RenderOptions): RootContent[] => {
  const facts = describeFile(media)
  return paragraph(link(media.url, title, options), ...(facts === '' ? [] : toMarkdownText(`（${facts}）`)))
}

const toNodes = (block: Block, options: RenderOptions): RootContent[] => {
  switch (block.type) {
    case 'paragraph':
      return paragraph(...toMarkdownPhrasing(block.spans, options))
    case 'heading':
      return [
        {
          type: 'heading',
          depth: block.level as 2 | 3 | 4,
          children: toMarkdownPhrasing(block.spans, options),
        },
      ]
    case 'list':
      return [toList(block.ordered, limitListDepth(block.items), options)]
    case 'quote':
      return toQuote([
        ...paragraph(...toMarkdownPhrasing(block.spans, options)),
        ...(block.attribution ? paragraph(...toMarkdownText(`——${block.attribution}`)) : []),
      ])
    case 'table':
      return toMarkdownTable(block, options)
    case 'image':
      return toFigure(block, options)
    case 'gallery':
      return [...block.items.flatMap((item) => toFigure(item, options)), ...emphasized(block.caption ?? '')]
    case 'video':
      return toPlayer('视频', block, options)
    case 'audio':
      return toPlayer('音频', block, options)
    case 'file':
      return toFile(block, options)
    case 'embed':
      return paragraph(link(block.url, block.title || block.url, options), ...toMarkdownText(block.provider ? `（${block.provider}）` : ''))
    case 'callout':
      return toQuote([
        ...(block.title ? paragraph({ type: 'strong', children: toMarkdownText(block.title) }) : []),
        ...paragraph(...toMarkdownPhrasing(block.spans, options)),
      ])
    case 'divider':
      return [{ type: 'thematicBreak' }]
    default:
      return assertNever(block)
  }
}

/**
 * A body as Markdown: CommonMark 0.31 with the tables and strikethrough of GFM.
 * Everything Markdown would read as syntax in the text of a person is escaped, so the words survive parsing.
 */
export const renderMarkdown = (blocks: readonly Block[], options: RenderOptions = {}): string =>
  toMarkdown(
    { type: 'root', children: blocks.flatMap((block) => toNodes(block, options)) },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false }), symbolsBeyondBmp] },
  )
