import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { isAbsoluteUrl } from './values.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

// What the W3C validator takes for safe in a feed; `controls` besides, without which a recording could not be played.
const safeElements = new Set(
  'a abbr article aside audio b blockquote br caption cite code col colgroup dd del details dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins li mark ol p picture pre q rp rt ruby s section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'.split(
    ' ',
  ),
)
const safeAttributes = new Set(
  'alt class colspan controls datetime decoding dir download headers height href hreflang id lang loading open poster preload rel reversed rowspan scope sizes src srcset start summary target title type value width'.split(
    ' ',
  ),
)
const references = new Set(['href', 'src', 'poster'])

const checkNode = (node: Node): string[] => {
  if (!('tagName' in node)) return []
  const own = safeElements.has(node.tagName) ? [] : [`<${node.tagName}>`]
  for (const { name, value } of node.attrs) {
    if (!safeAttributes.has(name)) own.push(`${node.tagName}[${name}]`)
    if (references.has(name) && !isAbsoluteUrl(value) && !/^(mailto|tel):/.test(value)) own.push(`${node.tagName}[${name}=${value}]`)
  }
  return [...own, ...node.childNodes.flatMap(checkNode)]
}

/** What is wrong with HTML in a feed: it does not parse as it stands, is not safe, or has references that lead nowhere from a reader. */
export const findHtmlFaults = (html: string): string[] => {
  const faults: string[] = []
  const { childNodes } = parseFragment(html, { onParseError: ({ code }) => faults.push(code) })
  return [...faults, ...childNodes.flatMap(checkNode)]
}
