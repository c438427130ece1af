import type { Block, ListItem } from '@gazette/schema/block'
import { assertNever } from './assert-never.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { limitListDepth } from './list-depth.ts'
import { describeFigure, describeFile } from './media-facts.ts'
import { textOfSpans } from './span-tree.ts'
import { toPlainRows } from './table-grid.ts'

type Table = Extract<Block, { type: 'table' }>
type Figure = Extract<Block, { type: 'gallery' }>['items'][number]

const joinLines = (lines: readonly (string | null)[]): string => lines.filter((line) => line !== null && line !== '').join('\n')

const renderItems = (ordered: boolean, items: readonly ListItem[], indent: string): string[] =>
  items.flatMap((item, index) => {
    const marker = ordered ? `${index + 1}. ` : '- '
    const below = indent + ' '.repeat(marker.length)
    return [indent + marker + textOfSpans(item.spans).replaceAll('\n', `\n${below}`), ...renderItems(ordered, item.items, below)]
  })

const renderTable = ({ caption, rows }: Table): string =>
  joinLines([
    caption,
    ...toPlainRows(rows).map((cells) =>
      cells.map((cell) => (cell ? cleanLine(textOfSpans(cell.spans)).replaceAll('\t', ' ') : '')).join('\t'),
    ),
  ])

const renderFigure = (figure: Figure): string => {
  const description = describeFigure(figure) || figure.alt
  return description === '' ? '' : `［图片］${description}`
}

const renderPlayer = (label: string, block: Extract<Block, { type: 'video' | 'audio' }>): string =>
  joinLines([`［${label}］${block.caption || block.media.fileName}`, block.transcript])

const renderBlock = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfSpans(block.spans)
    case 'list':
      return renderItems(block.ordered, limitListDepth(block.items), '').join('\n')
    case 'quote':
      return joinLines([textOfSpans(block.spans), block.attribution && `——${block.attribution}`])
    case 'table':
      return renderTable(block)
    case 'image':
      return renderFigure(block)
    case 'gallery':
      return joinLines([block.caption, ...block.items.map(renderFigure)])
    case 'video':
      return renderPlayer('视频', block)
    case 'audio':
      return renderPlayer('音频', block)
    case 'file': {
      const facts = describeFile(block.media)
      return `［文件］${block.title}${facts === '' ? '' : `（${facts}）`}`
    }
    case 'embed':
      return `［链接］${block.title} ${block.url}`
    case 'callout':
      return joinLines([block.title, textOfSpans(block.spans)])
    case 'divider':
      return '———'
    default:
      return assertNever(block)
  }
}

/** A body as plain text: blocks apart by an empty line, list markers, tables with tabs, captions. */
export const renderText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => cleanText(renderBlock(block)))
    .filter((text) => text.trim() !== '')
    .join('\n\n')
