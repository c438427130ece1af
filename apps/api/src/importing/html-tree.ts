/** A read-only, bounded tree of a page: nesting at most 300 deep, so that everything after parsing may recurse. */
export type HtmlElement = {
  kind: 'element'
  name: string
  attributes: ReadonlyMap<string, string>
  children: HtmlNode[]
  parent: HtmlElement | null
  /** Position in document order, unique in the page. */
  order: number
}
export type HtmlText = { kind: 'text'; text: string; parent: HtmlElement | null; order: number }
export type HtmlComment = { kind: 'comment'; text: string; parent: HtmlElement | null; order: number }
export type HtmlNode = HtmlElement | HtmlText | HtmlComment

const blockNames = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Whether the element begins and ends a line. */
export const isBlock = (node: HtmlNode): boolean => node.kind === 'element' && blockNames.has(node.name)

/** An attribute, trimmed; empty when absent. */
export const getAttribute = (element: HtmlElement, name: string): string => element.attributes.get(name)?.trim() ?? ''

/** Class and id of an element in lower case: what its author called it. */
export const toHint = (element: HtmlElement): string => `${getAttribute(element, 'class')} ${getAttribute(element, 'id')}`.toLowerCase()

/** One declaration of the element's style attribute, in lower case; empty when absent. */
export const getStyle = (element: HtmlElement, property: string): string => {
  const style = element.attributes.get('style')
  if (style === undefined) return ''
  for (const declaration of style.slice(0, 2000).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return ''
}

/** Whether the page itself hides the element. */
export const isHidden = (element: HtmlElement): boolean =>
  element.attributes.has('hidden') ||
  getStyle(element, 'display').startsWith('none') ||
  getStyle(element, 'visibility').startsWith('hidden')

/** Every node below `root` in document order; `enter` answering false skips what is inside. */
export const walkNodes = (root: HtmlElement, enter: (node: HtmlNode) => boolean | undefined): void => {
  for (const child of root.children) {
    if (enter(child) !== false && child.kind === 'element') walkNodes(child, enter)
  }
}

/** All elements below `root` that fit, in document order. */
export const listElements = (root: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement[] => {
  const found: HtmlElement[] = []
  walkNodes(root, (node) => {
    if (node.kind === 'element' && fits(node)) found.push(node)
    return true
  })
  return found
}

/** Text of an element as it stands, without collapsing; a `br` is a space. */
export const toRawText = (element: HtmlElement): string => {
  const parts: string[] = []
  walkNodes(element, (node) => {
    if (node.kind === 'text') parts.push(node.text)
    else if (node.kind === 'element' && node.name === 'br') parts.push(' ')
    return true
  })
  return parts.join('')
}

/** Whether `ancestor` is the element or contains it. */
export const isInside = (node: HtmlNode, ancestor: HtmlElement): boolean => {
  for (let at: HtmlNode | null = node; at !== null; at = at.parent) if (at === ancestor) return true
  return false
}

/** Order of the last node inside the element. */
export const getLastOrder = (element: HtmlElement): number => {
  let last: HtmlNode = element
  while (last.kind === 'element') {
    const next: HtmlNode | undefined = last.children.at(-1)
    if (next === undefined) break
    last = next
  }
  return last.order
}
