import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { SaxesParser } from 'saxes'

/**
 * Reads a document in tests. Two parsers have to be content: one that is strict about well-formedness, characters and
 * namespaces, and one that makes a tree of it.
 * @throws {Error} on the first thing either objects to
 */
export const readXml = (xml: string): Document => {
  const strict = new SaxesParser({ xmlns: true })
  strict.on('error', (error) => {
    throw error
  })
  strict.write(xml).close()
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`)
    },
  }).parseFromString(xml, 'text/xml')
}

/** All elements with this qualified name below a node, in document order. */
export const findElements = (node: Document | Element, name: string): Element[] => Array.from(node.getElementsByTagName(name))

/** The text of the first element with this qualified name; null when there is none. */
export const findText = (node: Document | Element, name: string): string | null => findElements(node, name)[0]?.textContent ?? null
