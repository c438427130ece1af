import type { Document, Element } from '@xmldom/xmldom'

const isElement = (node: { nodeType: number }): node is Element => node.nodeType === 1

/** The elements right below one. */
export const childrenOf = (parent: Element | null): Element[] => Array.from(parent?.childNodes ?? []).filter(isElement)

/** Those of them with a name. */
export const childrenNamed = (parent: Element | null, name: string): Element[] =>
  childrenOf(parent).filter(({ tagName }) => tagName === name)

export const textOf = (element: Element): string => element.textContent ?? ''

/** Texts of all elements with one of these names, wherever they stand. */
export const textsOf = (document: Document, ...names: string[]): string[] =>
  names.flatMap((name) => Array.from(document.getElementsByTagName(name)).map(textOf))

/** Values of an attribute of all elements with a name. */
export const attributesOf = (document: Document, name: string, attribute: string): (string | null)[] =>
  Array.from(document.getElementsByTagName(name)).map((element) => element.getAttribute(attribute))

/** Children that come another number of times than they may; `demanded` exactly once, `single` at most once. */
export const miscounted = (parent: Element, demanded: readonly string[], single: readonly string[] = []): string[] => [
  ...demanded.filter((name) => childrenNamed(parent, name).length !== 1),
  ...single.filter((name) => childrenNamed(parent, name).length > 1),
]

/** Children with names nobody declared. */
export const undeclared = (parent: Element, names: readonly string[]): string[] =>
  childrenOf(parent)
    .map(({ tagName }) => tagName)
    .filter((name) => !names.includes(name))
