import { isAttachmentAddress, type MediaCollector } from './collect-media.ts'
import type { Draft } from './draft-block.ts'
import { refusedLink } from './drop-link-markers.ts'
import { getAttribute, type HtmlElement, type HtmlNode, isBlock, isHidden, toRawText } from './html-tree.ts'
import { getAlt, getImageSource } from './image-source.ts'
import { createLineBuilder, type LineBuilder } from './line-builder.ts'
import { judgeFurniture } from './page-furniture.ts'
import { enterPlace, outermostPlace, type Place } from './place.ts'
import { readFigure } from './read-figure.ts'
import { readList } from './read-list.ts'
import { readPlayer } from './read-player.ts'
import { readQuote } from './read-quote.ts'
import { readTable } from './read-table.ts'
import type { Report } from './report.ts'
import { resolveLink } from './resolve-address.ts'
import { toLine } from './text-shape.ts'

/** What converting markup needs beside the markup. */
export type DraftContext = {
  report: Report
  media: MediaCollector
  /** Address relative links are resolved against; null when the page's is not known. */
  base: string | null
}

/** Converts what is inside an element; given to the readers of lists, tables and figures. */
export type ConvertElement = (element: HtmlElement) => Draft[]

const active = new Set(['script', 'style', 'noscript', 'iframe', 'frame', 'frameset', 'template'])
const controls = new Set(['select', 'option', 'textarea', 'input', 'button', 'datalist'])
const silent = new Set(['meta', 'link', 'base', 'title', 'head', 'rp', 'source', 'track', 'param', 'wbr', 'area', 'map'])

const addImage = (element: HtmlElement, builder: LineBuilder, place: Place, context: DraftContext): void => {
  const image = getImageSource(element)
  const excerpt = (getAttribute(element, 'src') || getAttribute(element, 'alt')).slice(0, 200)
  if ('refused' in image) {
    context.report.add(image.refused, excerpt)
    return
  }
  const size = { width: image.width, height: image.height }
  const media = image.source.startsWith('data:')
    ? context.media.addData(image.source, size)
    : context.media.add('image', image.source, size)
  if (media === null) {
    context.report.add('unsafe-image', excerpt)
    return
  }
  builder.addDraft({ type: 'image', media, alt: getAlt(element), caption: null, credit: null, centred: place.centred })
}

const enterLink = (element: HtmlElement, builder: LineBuilder, context: DraftContext): string | null => {
  const found = getAttribute(element, 'href')
  if (found === '' || /^#(?:_?(?:mso|ftn|edn|_)|$)/i.test(found)) return null
  const text = toLine(toRawText(element))
  const link = resolveLink(found, context.base)
  if ('refused' in link) {
    context.report.add(link.refused, `${text} ${found}`)
  } else if (/^(?:mailto|tel):/i.test(found)) {
    return link.href
  }
  const unsafe = 'refused' in link && link.refused === 'unsafe-link'
  if (!unsafe && (element.attributes.has('download') || isAttachmentAddress(found))) builder.addFile(context.media.add('file', found))
  return 'href' in link ? link.href : refusedLink
}

/** Reports and skips what never becomes part of an article; true when the element is done with. */
const skipElement = (element: HtmlElement, context: DraftContext): boolean => {
  const { report } = context
  for (const name of element.attributes.keys()) if (name.startsWith('on')) report.count('event-handlers', 1, `<${element.name} ${name}>`)
  if (active.has(element.name)) {
    report.count('active-content', 1, `<${element.name}> ${getAttribute(element, 'src')}`)
    return true
  }
  if (controls.has(element.name)) {
    report.count('form-controls', 1, `<${element.name}> ${toLine(toRawText(element))}`)
    return true
  }
  if (element.name === 'svg' || element.name === 'canvas') {
    report.count('decorative-image', 1, `<${element.name}>`)
    return true
  }
  if (silent.has(element.name)) return true
  if (!isHidden(element)) return false
  const text = toLine(toRawText(element))
  if (text !== '') report.add('hidden-text', text)
  return true
}

// A link that only runs a script and says no more than 打印 or 关闭 is a button, not text.
const isButtonLink = (element: HtmlElement): boolean =>
  element.name === 'a' &&
  /^\s*(?:javascript:|#?\s*$)/i.test(element.attributes.get('href') ?? 'x') &&
  judgeFurniture(toRawText(element)) !== null

/** Takes what stands alone: line breaks, images, buttons; true when the element was one. */
const addLeaf = (element: HtmlElement, builder: LineBuilder, place: Place, context: DraftContext): boolean => {
  if (element.name === 'br') builder.addBreak(place)
  else if (element.name === 'img') addImage(element, builder, place, context)
  else if (isButtonLink(element)) context.report.add('furniture', toLine(toRawText(element)))
  else return false
  return true
}

const readContainer = (element: HtmlElement, context: DraftContext): Draft[] | null => {
  const convert: ConvertElement = (inner) => toDrafts(inner, context)
  switch (element.name) {
    case 'table':
      return readTable(element, convert, context.report)
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return readList(element, convert, context.report)
    case 'blockquote':
      return readQuote(element, convert)
    case 'figure':
      return readFigure(element, convert)
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
      return readPlayer(element, context)
    case 'hr':
      return [{ type: 'block', block: { type: 'divider' } }]
    default:
      return null
  }
}

const createVisitor = (builder: LineBuilder, context: DraftContext) => {
  const visitElement = (element: HtmlElement, place: Place): void => {
    if (skipElement(element, context) || addLeaf(element, builder, place, context)) return
    const container = readContainer(element, context)
    if (container !== null) {
      builder.flush({ ...place, paragraph: false })
      builder.drafts.push(...container)
      return
    }
    const inner = enterPlace(place, element, element.name === 'a' ? enterLink(element, builder, context) : null)
    const block = isBlock(element)
    if (block) builder.flush({ ...place, paragraph: false })
    for (const child of element.children) visit(child, inner)
    if (block) builder.flush(inner)
  }
  const visit = (node: HtmlNode, place: Place): void => {
    if (node.kind === 'element') visitElement(node, place)
    else if (node.kind === 'text' && !place.preformatted) builder.addText(node.text, place)
    else if (node.kind === 'text') {
      for (const [index, line] of node.text.split(/\r\n|[\n\r]/).entries()) {
        if (index > 0) builder.addBreak({ ...place, paragraph: false })
        builder.addText(line, { ...place, paragraph: false })
      }
    }
  }
  return visit
}

/**
 * Everything inside an element as drafts, in order: lines of text with what their markup shows, images, tables, lists,
 * quotations and players. Nothing is judged yet; what can never be part of an article is reported and left out.
 */
export const toDrafts = (element: HtmlElement, context: DraftContext): Draft[] => {
  const builder = createLineBuilder(context.report)
  const visit = createVisitor(builder, context)
  const place = enterPlace(outermostPlace, { ...element, name: element.name === 'p' ? 'p' : 'div' }, null)
  for (const child of element.children) visit(child, place)
  builder.flush({ ...place, paragraph: false })
  return builder.drafts
}
