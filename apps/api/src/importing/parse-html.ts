import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { checkMarkup } from './check-markup.ts'
import { removeInvisible } from './decode-text.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { isBlock } from './html-tree.ts'
import { ImportError } from './import-error.ts'
import type { Report } from './report.ts'

type ParsedNode = DefaultTreeAdapterTypes.ChildNode

const depthMax = 300
const nodesMax = 4_000_000
// The parser looks through its open elements for many tags: the sum of depths bounds its work.
const workMax = 120_000_000

const withoutContent = new Set(
  'script style link meta base noscript template iframe frame frameset svg select option textarea input button canvas map area datalist'.split(
    ' ',
  ),
)

/** parse5's own adapter, but bounded in nodes and work, and fast when a broken table pushes a million elements before itself. */
const createBoundedAdapter = (): TreeAdapter<DefaultTreeAdapterMap> => {
  let nodes = 0
  let depth = 0
  let work = 0
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      nodes += 1
      if (nodes > nodesMax) throw new ImportError('too-complex')
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    insertBefore: (parent, node, reference) => {
      parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, node)
      node.parentNode = parent
    },
    insertTextBefore: (parent, text, reference) => {
      const at = parent.childNodes.lastIndexOf(reference)
      const previous = parent.childNodes[at - 1]
      if (previous !== undefined && defaultTreeAdapter.isTextNode(previous)) {
        previous.value += text
        return
      }
      const node = defaultTreeAdapter.createTextNode(text)
      parent.childNodes.splice(at, 0, node)
      node.parentNode = parent
    },
    detachNode: (node) => {
      if (node.parentNode === null || node.parentNode === undefined) return
      node.parentNode.childNodes.splice(node.parentNode.childNodes.lastIndexOf(node as ParsedNode), 1)
      node.parentNode = null
    },
    onItemPush: () => {
      depth += 1
      work += depth
      if (work > workMax) throw new ImportError('too-complex')
    },
    onItemPop: () => {
      depth -= 1
    },
  }
}

const createElement = (name: string, attributes: ReadonlyMap<string, string>, parent: HtmlElement | null): HtmlElement => ({
  kind: 'element',
  name,
  attributes,
  children: [],
  parent,
  order: 0,
})

const toAttributes = (element: DefaultTreeAdapterTypes.Element) => new Map(element.attrs.map(({ name, value }) => [name, value]))

type Copy = { scripts: string[]; report: Report }

/** Copies one parsed node below `parent`; answers where its children go, or null when it has none to give. */
const copyNode = (node: ParsedNode, parent: HtmlElement, depth: number, copy: Copy): HtmlElement | null => {
  if (defaultTreeAdapter.isTextNode(node)) {
    parent.children.push({ kind: 'text', text: removeInvisible(node.value, copy.report), parent, order: 0 })
    return null
  }
  if (defaultTreeAdapter.isCommentNode(node)) {
    parent.children.push({ kind: 'comment', text: node.data, parent, order: 0 })
    return null
  }
  if (!defaultTreeAdapter.isElementNode(node)) return null
  const element = createElement(node.tagName.toLowerCase(), toAttributes(node), parent)
  if (withoutContent.has(element.name)) {
    const [text] = node.childNodes
    if (element.name === 'script' && text !== undefined && defaultTreeAdapter.isTextNode(text)) copy.scripts.push(text.value)
    parent.children.push(element)
    return null
  }
  if (depth < depthMax) {
    parent.children.push(element)
    return element
  }
  // Too deep: the wrapper goes, its line stays a line of its own.
  if (isBlock(element)) parent.children.push(createElement('br', new Map(), parent))
  return parent
}

const copyTree = (document: DefaultTreeAdapterTypes.Document, copy: Copy): HtmlElement => {
  const root = createElement('#document', new Map(), null)
  const stack = [{ nodes: document.childNodes as ParsedNode[], next: 0, target: root, depth: 0 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.nodes[top.next]
    if (node === undefined) {
      stack.pop()
      continue
    }
    top.next += 1
    const target = copyNode(node, top.target, top.depth, copy)
    if (target !== null && 'childNodes' in node) {
      const depth = target === top.target ? top.depth : top.depth + 1
      stack.push({ nodes: node.childNodes as ParsedNode[], next: 0, target, depth })
    }
  }
  return root
}

const numberNodes = (root: HtmlElement): void => {
  let order = 0
  const number = (node: HtmlNode) => {
    node.order = order
    order += 1
    if (node.kind === 'element') for (const child of node.children) number(child)
  }
  number(root)
}

/** A parsed page: its tree, and the text of its scripts (data only, never run). */
export type ParsedHtml = { root: HtmlElement; scripts: string[] }

/**
 * Parses a page as browsers do (WHATWG HTML, parse5). Scripts, styles, frames and controls stay as empty elements, so that
 * whoever meets them can report them; characters that are never seen go, those written as entities too.
 * @throws ImportError `too-complex` for markup made to exhaust a parser
 */
export const parseHtml = (html: string, report: Report): ParsedHtml => {
  checkMarkup(html)
  const scripts: string[] = []
  const document = parse(html, { scriptingEnabled: false, treeAdapter: createBoundedAdapter() })
  const root = copyTree(document, { scripts, report })
  numberNodes(root)
  return { root, scripts }
}
