import type { Document, Element } from '@xmldom/xmldom'
import { findHtmlFaults } from './content-html.ts'
import { not, type Rule, repeated } from './rule.ts'
import { hasBadCharacters, isAbsoluteUrl, isLanguage, isMediaType, isPlain, isRfc3339 } from './values.ts'
import { attributesOf, childrenNamed, childrenOf, miscounted, textOf, textsOf, undeclared } from './xml-nodes.ts'

const namespace = 'http://www.w3.org/2005/Atom'
const relations = ['self', 'alternate', 'enclosure', 'related', 'via']
const inFeed = ['id', 'title', 'subtitle', 'updated', 'link', 'author', 'rights', 'generator', 'entry']
const inEntry = ['id', 'title', 'published', 'updated', 'link', 'author', 'category', 'summary', 'content']

const entriesOf = ({ documentElement: root }: Document): Element[] => childrenNamed(root, 'entry')
const holders = (document: Document): Element[] => [...(document.documentElement ? [document.documentElement] : []), ...entriesOf(document)]
const linksOf = (parent: Element, rel: string): Element[] =>
  childrenNamed(parent, 'link').filter((link) => link.getAttribute('rel') === rel)
const given = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null)

/** Atom 1.0 (RFC 4287), as the W3C validator checks it, its warnings included. */
export const atomRules: readonly Rule<Document>[] = [
  {
    says: 'the root is a feed of Atom 1.0 in a known language',
    find: ({ documentElement: root }) =>
      root?.tagName === 'feed' && root.namespaceURI === namespace && isLanguage(root.getAttribute('xml:lang') ?? '') ? [] : ['root'],
    spoil: (xml) => xml.replace(namespace, 'http://purl.org/atom/ns#'),
  },
  {
    says: 'a feed has id, title, updated and author, and nothing undeclared',
    find: ({ documentElement: root }) =>
      root
        ? [...miscounted(root, ['id', 'title', 'updated', 'author'], ['subtitle', 'rights', 'generator']), ...undeclared(root, inFeed)]
        : ['empty'],
    spoil: (xml) => xml.replace(/<updated>.*?<\/updated>/, ''),
  },
  {
    says: 'what is said of the feed stands before its entries',
    find: ({ documentElement: root }) => {
      const names = childrenOf(root).map(({ tagName }) => tagName)
      const first = names.indexOf('entry')
      return first < 0 ? [] : names.slice(first).filter((name) => name !== 'entry')
    },
    spoil: (xml) => xml.replace(/<rights>.*?<\/rights>/, '').replace('</feed>', '<rights>x</rights></feed>'),
  },
  {
    says: 'a feed names its own address and the page it is about',
    find: ({ documentElement: root }) =>
      root && linksOf(root, 'self').length === 1 && linksOf(root, 'alternate').length === 1 ? [] : ['links'],
    spoil: (xml) => xml.replace('rel="self"', 'rel="via"'),
  },
  {
    says: 'an entry has id, title, updated, summary, content and one page, and nothing undeclared',
    find: (document) =>
      entriesOf(document).flatMap((entry) => [
        ...miscounted(entry, ['id', 'title', 'updated', 'content'], ['published', 'summary']),
        ...undeclared(entry, inEntry),
        ...(linksOf(entry, 'alternate').length === 1 ? [] : ['alternate']),
      ]),
    spoil: (xml) => xml.replace(/<link rel="alternate" type="text\/html" hreflang[^>]*>/, ''),
  },
  {
    says: 'links have an absolute address, a known relation, a media type, and a title that is not empty',
    find: (document) => [
      ...not(
        attributesOf(document, 'link', 'href').map((value) => value ?? ''),
        isAbsoluteUrl,
      ),
      ...not(
        attributesOf(document, 'link', 'rel').map((value) => value ?? ''),
        (rel) => relations.includes(rel),
      ),
      ...not(given(attributesOf(document, 'link', 'type')), isMediaType),
      ...not(given(attributesOf(document, 'link', 'title')), (title) => title.trim() !== '' && isPlain(title)),
      ...not(given(attributesOf(document, 'link', 'length')), (length) => /^\d+$/.test(length)),
      ...not(given(attributesOf(document, 'link', 'hreflang')), isLanguage),
    ],
    spoil: (xml) => xml.replace(/length="\d+"/, 'length="big"'),
  },
  {
    says: 'an id is an absolute address of its own',
    find: (document) => {
      const ids = textsOf(document, 'id')
      return [...not(ids, (id) => isAbsoluteUrl(id) && new URL(id).href === id), ...repeated(ids)]
    },
    spoil: (xml) => xml.replace('articles/a2</id>', 'articles/a1</id>'),
  },
  {
    says: 'dates are RFC 3339',
    find: (document) => not(textsOf(document, 'updated', 'published'), isRfc3339),
    spoil: (xml) => xml.replace(/<published>([\d-]+)T[^<]+/, '<published>$1'),
  },
  {
    says: 'nothing is updated before it was published',
    find: (document) =>
      entriesOf(document).flatMap((entry) => {
        const [published = '', updated = ''] = ['published', 'updated'].map((name) => childrenNamed(entry, name).map(textOf)[0])
        return Date.parse(updated) < Date.parse(published) ? [`${updated} < ${published}`] : []
      }),
    spoil: (xml) =>
      xml.replace(
        /<updated>[^<]+<\/updated><link rel="alternate" type="text\/html" hreflang/,
        '<updated>2001-01-01T00:00:00Z</updated><link rel="alternate" type="text/html" hreflang',
      ),
  },
  {
    says: 'a person has a name, and an absolute address if any',
    find: (document) => [
      ...not(textsOf(document, 'name'), (name) => name.trim() !== '' && isPlain(name)),
      ...not(textsOf(document, 'uri'), isAbsoluteUrl),
    ],
    spoil: (xml) => xml.replace(/<name>[^<]*<\/name>/, '<name> </name>'),
  },
  {
    says: 'a category has a term',
    find: (document) =>
      not(
        attributesOf(document, 'category', 'term').map((value) => value ?? ''),
        (term) => term.trim() !== '',
      ),
    spoil: (xml) => xml.replace(/(<category )term="[^"]*"/, '$1term=""'),
  },
  {
    says: 'titles and summaries are plain text, and not empty',
    find: (document) => not(textsOf(document, 'title', 'subtitle', 'summary', 'rights'), (text) => text.trim() !== '' && isPlain(text)),
    spoil: (xml) => xml.replace(/<summary>/, '<summary>&lt;b&gt;'),
  },
  {
    says: 'HTML is declared, parses, is safe and leads to absolute addresses',
    find: (document) => [
      ...not(
        attributesOf(document, 'content', 'type').map((value) => value ?? ''),
        (type) => type === 'html',
      ),
      ...textsOf(document, 'content').flatMap(findHtmlFaults),
    ],
    spoil: (xml) => xml.replace('<content type="html">', '<content type="html">&lt;p onclick=""&gt;x&lt;/p&gt;'),
  },
  {
    says: 'there are no controls in it',
    find: ({ documentElement: root }) => (hasBadCharacters(root?.textContent ?? '') ? ['controls'] : []),
    spoil: (xml) => xml.replace('<summary>', '<summary>\u0080'),
  },
  {
    says: 'the feed is as new as its newest entry',
    find: (document) => {
      const [whole = '', ...entries] = holders(document).map((holder) => childrenNamed(holder, 'updated').map(textOf)[0] ?? '')
      return not(entries, (at) => Date.parse(at) <= Date.parse(whole))
    },
    spoil: (xml) => xml.replace(/<updated>[^<]*/, '<updated>2020-01-01T00:00:00Z'),
  },
]
