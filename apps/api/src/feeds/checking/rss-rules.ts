import type { Document, Element } from '@xmldom/xmldom'
import { findHtmlFaults } from './content-html.ts'
import { not, type Rule, repeated } from './rule.ts'
import { hasBadCharacters, isAbsoluteUrl, isLanguage, isMediaType, isPlain, isRfc822 } from './values.ts'
import { attributesOf, childrenNamed, childrenOf, miscounted, textOf, textsOf, undeclared } from './xml-nodes.ts'

const channelOf = (document: Document): Element | null => childrenNamed(document.documentElement, 'channel')[0] ?? null
const itemsOf = (document: Document): Element[] => childrenNamed(channelOf(document), 'item')

const inChannel = ['title', 'link', 'description', 'language', 'copyright', 'lastBuildDate', 'generator', 'docs', 'atom:link', 'item']
const inItem = ['title', 'link', 'guid', 'pubDate', 'dc:creator', 'category', 'description', 'content:encoded', 'enclosure']
const onceInItem = ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded', 'enclosure']

/** RSS 2.0, as the W3C validator checks it, its warnings included. */
export const rssRules: readonly Rule<Document>[] = [
  {
    says: 'the root is rss 2.0 with one channel',
    find: ({ documentElement: root }) =>
      root?.tagName === 'rss' && root.getAttribute('version') === '2.0' && childrenOf(root).length === 1 ? [] : [root?.tagName ?? ''],
    spoil: (xml) => xml.replace('version="2.0"', 'version="0.91"'),
  },
  {
    says: 'a channel has title, link, description and language once, and nothing undeclared',
    find: (document) => {
      const channel = channelOf(document)
      if (!channel) return ['no channel']
      return [
        ...miscounted(channel, ['title', 'link', 'description', 'language'], ['copyright', 'lastBuildDate', 'generator', 'docs']),
        ...undeclared(channel, inChannel),
      ]
    },
    spoil: (xml) => xml.replace(/<language>.*?<\/language>/, ''),
  },
  {
    says: 'what is said of the channel stands before its items',
    find: (document) => {
      const names = childrenOf(channelOf(document)).map(({ tagName }) => tagName)
      const first = names.indexOf('item')
      return first < 0 ? [] : names.slice(first).filter((name) => name !== 'item')
    },
    spoil: (xml) => xml.replace(/<docs>.*?<\/docs>/, '').replace('</channel>', '<docs>https://www.rssboard.org/</docs></channel>'),
  },
  {
    says: 'a channel names its own address',
    find: (document) => {
      const self = childrenNamed(channelOf(document), 'atom:link').filter((link) => link.getAttribute('rel') === 'self')
      return self.length === 1 && self[0]?.getAttribute('type') === 'application/rss+xml' ? [] : [`${self.length} self links`]
    },
    spoil: (xml) => xml.replace('rel="self"', 'rel="via"'),
  },
  {
    says: 'addresses are absolute',
    find: (document) => [
      ...not(textsOf(document, 'link', 'docs'), isAbsoluteUrl),
      ...not(attributesOf(document, 'atom:link', 'href'), isAbsoluteUrl),
      ...not(attributesOf(document, 'enclosure', 'url'), isAbsoluteUrl),
    ],
    spoil: (xml) => xml.replace('<link>https://www.example.org', '<link>'),
  },
  {
    says: 'languages are known ones',
    find: (document) => not(textsOf(document, 'language'), isLanguage),
    spoil: (xml) => xml.replace('<language>zh', '<language>chinese'),
  },
  {
    says: 'dates are RFC 822 with the right day of the week',
    find: (document) => not(textsOf(document, 'pubDate', 'lastBuildDate'), isRfc822),
    spoil: (xml) => xml.replace('<pubDate>Thu', '<pubDate>Fri'),
  },
  {
    says: 'an item has title, link, guid and date once, and nothing undeclared',
    find: (document) =>
      itemsOf(document).flatMap((item) => [
        ...miscounted(item, ['title', 'link', 'guid', 'pubDate'], onceInItem),
        ...undeclared(item, inItem),
      ]),
    spoil: (xml) => xml.replace(/<guid.*?<\/guid>/, ''),
  },
  {
    says: 'a guid is an address of its own',
    find: (document) => {
      const guids = itemsOf(document).flatMap((item) => childrenNamed(item, 'guid'))
      const permalinks = guids.filter((guid) => guid.getAttribute('isPermaLink') !== 'false').map(textOf)
      return [...not(permalinks, isAbsoluteUrl), ...repeated(guids.map(textOf))]
    },
    spoil: (xml) => xml.replace(/articles\/a2<\/guid>/, 'articles/a1</guid>'),
  },
  {
    says: 'an enclosure has its length and media type',
    find: (document) => [
      ...not(
        attributesOf(document, 'enclosure', 'length').map((value) => value ?? ''),
        (text) => /^\d+$/.test(text),
      ),
      ...not(
        attributesOf(document, 'enclosure', 'type').map((value) => value ?? ''),
        isMediaType,
      ),
    ],
    spoil: (xml) => xml.replace(/(<enclosure [^>]*)length="\d+"/, '$1length="-1"'),
  },
  {
    says: 'titles, names and categories are plain text, and not empty',
    find: (document) =>
      not(textsOf(document, 'title', 'dc:creator', 'category', 'copyright'), (text) => text.trim() !== '' && isPlain(text)),
    spoil: (xml) => xml.replace('<item><title>', '<item><title>&lt;b&gt;'),
  },
  {
    says: 'the summary stands before the whole text',
    find: (document) =>
      itemsOf(document)
        .map((item) => childrenOf(item).map(({ tagName }) => tagName))
        .filter((names) => names.indexOf('content:encoded') < names.indexOf('description') || !names.includes('description'))
        .map(String),
    spoil: (xml) => xml.replace(/<description>[^<]*<\/description><content:encoded>/, '<content:encoded>'),
  },
  {
    says: 'HTML parses, is safe and leads to absolute addresses',
    find: (document) =>
      [...itemsOf(document).flatMap((item) => childrenNamed(item, 'description')), ...elementsOf(document, 'content:encoded')]
        .map(textOf)
        .flatMap(findHtmlFaults),
    spoil: (xml) => xml.replace(/<content:encoded>/, '<content:encoded>&lt;a href="/here"&gt;here&lt;/a&gt;'),
  },
  {
    says: 'there are no controls in it',
    find: ({ documentElement: root }) => (hasBadCharacters(root?.textContent ?? '') ? ['controls'] : []),
    spoil: (xml) => xml.replace('<item><title>', '<item><title>\u0080'),
  },
  {
    says: 'the newest stands first, and nothing is newer than the feed',
    find: (document) => {
      const dates = itemsOf(document).flatMap((item) => childrenNamed(item, 'pubDate').map((date) => Date.parse(textOf(date))))
      return dates.flatMap((at, index) => (at > (dates[index - 1] ?? at) ? [new Date(at).toISOString()] : []))
    },
    spoil: (xml) => xml.replace(/<pubDate>Wed, 27 Nov 2024/, '<pubDate>Fri, 29 Nov 2024'),
  },
]

const elementsOf = (document: Document, name: string): Element[] => Array.from(document.getElementsByTagName(name))
