import { getLastOrder, type HtmlElement, type HtmlNode } from './html-tree.ts'

/** The part of a page that is its article: an element holding it, and where it begins and ends in document order. */
export type ContentRegion = { element: HtmlElement; from: number; to: number; how: 'marked' | 'density' }

/** The whole of an element. */
export const toRegion = (element: HtmlElement, how: ContentRegion['how']): ContentRegion => ({
  element,
  from: element.order,
  to: getLastOrder(element),
  how,
})

/** What stands between two nodes: a copy of their nearest common ancestor without everything before and after. */
export const clipRegion = (start: HtmlNode, end: HtmlNode): ContentRegion | null => {
  const ancestors = new Set<HtmlNode>()
  for (let at: HtmlNode | null = start; at !== null; at = at.parent) ancestors.add(at)
  let common: HtmlElement | null = end.parent
  while (common !== null && !ancestors.has(common)) common = common.parent
  if (common === null || end.order <= start.order) return null
  const from = start.order + 1
  const to = end.order - 1
  const clip = (node: HtmlElement, parent: HtmlElement | null): HtmlElement => {
    const copy: HtmlElement = { ...node, parent, children: [] }
    for (const child of node.children) {
      const last = child.kind === 'element' ? getLastOrder(child) : child.order
      if (last < from || child.order > to) continue
      copy.children.push(child.kind === 'element' ? clip(child, copy) : { ...child, parent: copy })
    }
    return copy
  }
  return { element: clip(common, common.parent), from, to, how: 'marked' }
}
