import type { Document } from '@xmldom/xmldom'
import { not, type Rule, repeated } from './rule.ts'
import { isAbsoluteUrl, isPlain, isRfc3339 } from './values.ts'
import { childrenNamed, childrenOf, miscounted, textsOf, undeclared } from './xml-nodes.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const newsNamespace = 'http://www.google.com/schemas/sitemap-news/0.9'
const addressLengthMaximum = 2_048
const entriesMaximum = 50_000
const newsMaximum = 1_000

const isAddress = (url: string): boolean => isAbsoluteUrl(url) && url.length < addressLengthMaximum
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** Sitemaps and their index (sitemaps.org). */
export const sitemapRules: readonly Rule<Document>[] = [
  {
    says: 'the root is a list of addresses, or of sitemaps',
    find: ({ documentElement: root }) =>
      root && ['urlset', 'sitemapindex'].includes(root.tagName) && root.namespaceURI === namespace ? [] : [root?.tagName ?? ''],
    spoil: (xml) => xml.replace(namespace, 'http://www.google.com/schemas/sitemap/0.84'),
  },
  {
    says: 'it has an entry, and at most 50,000',
    find: ({ documentElement: root }) => {
      const { length } = childrenOf(root)
      return length > 0 && length <= entriesMaximum ? [] : [`${length} entries`]
    },
    spoil: (xml) => xml.replace(/<url>.*<\/url>/s, ''),
  },
  {
    says: 'an entry has one address, at most one date, and nothing undeclared',
    find: ({ documentElement: root }) =>
      childrenOf(root).flatMap((entry) => [
        ...miscounted(entry, ['loc'], ['lastmod']),
        ...undeclared(entry, ['loc', 'lastmod', 'news:news']),
      ]),
    spoil: (xml) => xml.replace('</loc>', '</loc><priority>1</priority>'),
  },
  {
    says: 'addresses are absolute, of one host, shorter than 2,048 characters, and named once',
    find: (document) => {
      const urls = textsOf(document, 'loc')
      const hosts = new Set(urls.map(hostOf))
      return [
        ...not(urls, isAddress),
        ...repeated([...urls].sort().filter((url, index, all) => url === all[index - 1])),
        ...(hosts.size > 1 ? [...hosts] : []),
      ]
    },
    spoil: (xml) => xml.replace('<loc>https://www.example.org', '<loc>https://elsewhere.example'),
  },
  {
    says: 'dates are W3C date-times',
    find: (document) => not(textsOf(document, 'lastmod'), isRfc3339),
    spoil: (xml) => xml.replace(/<lastmod>[^<]*/, '<lastmod>yesterday'),
  },
]

/** The news sitemap besides (Google News). */
export const newsSitemapRules: readonly Rule<Document>[] = [
  {
    says: 'there are at most 1,000 news',
    find: (document) => (textsOf(document, 'loc').length > newsMaximum ? ['more'] : []),
    spoil: (xml) => xml.replace(/<url>.*?<\/url>/s, (url) => url.repeat(newsMaximum + 1)),
  },
  {
    says: 'each that has news has publication, date and title, of the news namespace',
    find: ({ documentElement: root }) =>
      childrenOf(root).flatMap((entry) => {
        const news = childrenNamed(entry, 'news:news')[0]
        if (news === undefined) return []
        if (news.namespaceURI !== newsNamespace) return ['another namespace']
        return miscounted(news, ['news:publication', 'news:publication_date', 'news:title'])
      }),
    spoil: (xml) => xml.replace(/<news:title>[^<]*<\/news:title>/, ''),
  },
  {
    says: 'the language is two or three letters, and for Chinese zh-cn or zh-tw',
    find: (document) => not(textsOf(document, 'news:language'), (code) => /^([a-z]{2,3}|zh-cn|zh-tw)$/.test(code) && code !== 'zh'),
    spoil: (xml) => xml.replace('<news:language>zh-cn', '<news:language>zh-Hans-CN'),
  },
  {
    says: 'titles and names are plain text, and not empty',
    find: (document) => not(textsOf(document, 'news:title', 'news:name'), (text) => text.trim() !== '' && isPlain(text)),
    spoil: (xml) => xml.replace(/<news:name>[^<]*/, '<news:name>'),
  },
  {
    says: 'dates are W3C date-times',
    find: (document) => not(textsOf(document, 'news:publication_date'), isRfc3339),
    spoil: (xml) => xml.replace(/<news:publication_date>[^<]*/, '<news:publication_date>28.11.2024'),
  },
]
