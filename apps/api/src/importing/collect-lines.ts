import { getAttribute, type HtmlElement, type HtmlNode, isBlock, isHidden } from './html-tree.ts'
import { toLine } from './text-shape.ts'

/** A stretch of a line inside one inline element. */
export type Piece = { text: string; href: string; element: HtmlElement | null; order: number }

/** One line as a reader sees it, outside any judgement of what it is. */
export type Line = {
  pieces: Piece[]
  /** The line; a tab stands where an element ends or where wide space sets things apart. */
  text: string
  /** The line as read: white space collapsed. */
  plain: string
  /** Innermost block element around the line; null for copied text. */
  element: HtmlElement | null
  /** Order of its first node on the page, or its number in copied text. */
  order: number
}

const wideGap = /[ \u00a0\u3000\u2002\u2003]{2,}|[\u3000\u2003\t]/g

const toSeparated = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      piece.text
        .replace(/[\r\n]+\s*/g, ' ')
        .replace(wideGap, '\t')
        .replaceAll('\u00a0', ' '),
    )
    .join('\t')
    .replace(/[ \t]*\t[ \t]*/g, '\t')
    .trim()

/** A line made of pieces, null when nothing can be read on it. */
export const toLineOf = (pieces: Piece[], element: HtmlElement | null): Line | null => {
  const plain = toLine(pieces.map((piece) => piece.text).join(''))
  const [first] = pieces
  if (plain === '' || first === undefined) return null
  return { pieces, text: toSeparated(pieces), plain, element, order: first.order }
}

type Place = { block: HtmlElement; href: string }

/** All visible lines below `root`, in document order. */
export const collectLines = (root: HtmlElement): Line[] => {
  const lines: Line[] = []
  let pieces: Piece[] = []
  const flush = (block: HtmlElement) => {
    const line = toLineOf(pieces, block)
    if (line !== null) lines.push(line)
    pieces = []
  }
  const visit = (node: HtmlNode, place: Place) => {
    if (node.kind === 'text') {
      const last = pieces.at(-1)
      if (last !== undefined && last.element === node.parent) last.text += node.text
      else pieces.push({ text: node.text, href: place.href, element: node.parent, order: node.order })
      return
    }
    if (node.kind === 'comment' || node.name === 'head' || node.name === 'title' || isHidden(node)) return
    const own = isBlock(node) ? node : null
    if (own !== null || node.name === 'br') flush(place.block)
    const inner = { block: own ?? place.block, href: node.name === 'a' ? getAttribute(node, 'href') : place.href }
    for (const child of node.children) visit(child, inner)
    if (own !== null) flush(own)
  }
  visit(root, { block: root, href: '' })
  flush(root)
  return lines
}
