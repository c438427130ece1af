import type { Block, ListItem } from '@gazette/schema/block'
import { assertNever } from './assert-never.ts'
import { escapeHtml, renderAttributes } from './escape-html.ts'
import { limitListDepth } from './list-depth.ts'
import { renderHtmlFigure, renderHtmlFile, renderHtmlGallery, renderHtmlPlayer } from './render-html-media.ts'
import { renderHtmlLink, renderHtmlSpans, renderHtmlText } from './render-html-spans.ts'
import { renderHtmlTable } from './render-html-table.ts'
import type { RenderOptions } from './safe-url.ts'

const renderList = (ordered: boolean, items: readonly ListItem[], options: RenderOptions): string => {
  const element = ordered ? 'ol' : 'ul'
  const renderItem = (item: ListItem) =>
    `<li>${renderHtmlSpans(item.spans, options)}${item.items.length > 0 ? renderList(ordered, item.items, options) : ''}</li>`
  return `<${element}>${items.map(renderItem).join('')}</${element}>`
}

const wrap = (element: string, content: string): string => (content === '' ? '' : `<${element}>${content}</${element}>`)

const renderBlock = (block: Block, options: RenderOptions): string => {
  switch (block.type) {
    case 'paragraph':
      return wrap('p', renderHtmlSpans(block.spans, options))
    case 'heading':
      return `<h${block.level}${renderAttributes({ id: block.id })}>${renderHtmlSpans(block.spans, options)}</h${block.level}>`
    case 'list':
      return renderList(block.ordered, limitListDepth(block.items), options)
    case 'quote': {
      const quote = `<blockquote><p>${renderHtmlSpans(block.spans, options)}</p></blockquote>`
      return block.attribution ? `<figure>${quote}<figcaption>${renderHtmlText(block.attribution)}</figcaption></figure>` : quote
    }
    case 'table':
      return renderHtmlTable(block, options)
    case 'image':
      return renderHtmlFigure(block, options)
    case 'gallery':
      return renderHtmlGallery(block, options)
    case 'video':
    case 'audio':
      return renderHtmlPlayer(block, options)
    case 'file':
      return renderHtmlFile(block, options)
    case 'embed':
      return `<p>${renderHtmlLink(block.url, escapeHtml(block.title || block.url), options)}${block.provider ? `（${escapeHtml(block.provider)}）` : ''}</p>`
    case 'callout': {
      const title = wrap('p', wrap('strong', renderHtmlText(block.title ?? '')))
      return `<aside class="callout ${block.tone}">${title}${wrap('p', renderHtmlSpans(block.spans, options))}</aside>`
    }
    case 'divider':
      return '<hr>'
    default:
      return assertNever(block)
  }
}

/**
 * A body as an HTML fragment: semantic elements, no style, no script, everything a person wrote escaped.
 * Headings carry the id of their block. Blocks without content leave nothing behind.
 */
export const renderHtml = (blocks: readonly Block[], options: RenderOptions = {}): string =>
  blocks
    .map((block) => renderBlock(block, options))
    .filter((markup) => markup !== '')
    .join('\n')
