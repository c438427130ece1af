/** Markup that is ready to be written; only `element` makes it, so text can never be taken for it. */
export type Xml = { readonly markup: string }

// What XML 1.0 forbids (section 2.2: controls, lone surrogates, U+FFFE, U+FFFF) and what feed validators object to
// (the controls U+007F to U+009F, the replacement character).
const unfit = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFC\u{10000}-\u{10FFFF}]/gu

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' }

/** Text that any XML 1.0 document can carry; everything else is dropped. */
export const toXmlText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unfit, '')

const escapeContent = (text: string): string => toXmlText(text).replace(/[&<>]/g, (character) => references[character] ?? '')

// Line ends and tabs in attributes would be read back as spaces (section 3.3.3).
const escapeAttribute = (text: string): string => toXmlText(text).replace(/[&<>"\t\n]/g, (character) => references[character] ?? '')

/** An element. Strings are text and escaped; null stands for nothing, as a child and as an attribute. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly (Xml | string | null)[]
): Xml => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(String(value))}"`)
    .join('')
  const content = children.map((child) => (child === null ? '' : typeof child === 'string' ? escapeContent(child) : child.markup)).join('')
  return { markup: content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>` }
}

/** The head of every document. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A complete document, to be sent as UTF-8. */
export const renderXmlDocument = (root: Xml): string => `${xmlDeclaration}${root.markup}\n`
