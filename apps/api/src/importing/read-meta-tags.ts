import { getAttribute, type HtmlElement, walkNodes } from './html-tree.ts'
import { toLine } from './text-shape.ts'

/** Values of the meta tags by lower-case name or property; empty values and repeats are left out. */
export type MetaTags = {
  /** First value that is not empty, of the first name that has one. Names in lower case. */
  find: (...names: string[]) => string
  canonical: string
  baseHref: string
  browserTitle: string
  /** `datetime` of the first `time` element. */
  time: string
}

/**
 * Meta tags wherever they stand (government pages carry them inside the body, in any letter case, twice or empty),
 * with `link rel=canonical`, `base` and `title`. Names are those of the 网页设计规范 (ArticleTitle, PubDate, ContentSource …),
 * Open Graph and microdata.
 */
export const readMetaTags = (root: HtmlElement): MetaTags => {
  const values = new Map<string, string>()
  let canonical = ''
  let baseHref = ''
  let browserTitle = ''
  let time = ''
  walkNodes(root, (node) => {
    if (node.kind !== 'element') return false
    if (node.name === 'meta') {
      const name = (getAttribute(node, 'name') || getAttribute(node, 'property') || getAttribute(node, 'itemprop'))
        .toLowerCase()
        .replace(/\s+/g, '')
      const value = toLine(node.attributes.get('content') ?? '')
      if (name !== '' && value !== '' && !values.has(name)) values.set(name, value)
    }
    if (node.name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(getAttribute(node, 'rel'))) canonical ||= getAttribute(node, 'href')
    if (node.name === 'time') time ||= getAttribute(node, 'datetime')
    if (node.name === 'base') baseHref ||= getAttribute(node, 'href')
    if (node.name === 'title' && node.parent?.name !== 'svg') {
      browserTitle ||= toLine(node.children.map((child) => (child.kind === 'text' ? child.text : '')).join(''))
    }
    return true
  })
  const find = (...names: string[]) => names.map((name) => values.get(name) ?? '').find((value) => value !== '') ?? ''
  return { find, canonical, baseHref, browserTitle, time }
}
