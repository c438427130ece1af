import { findHtmlFaults } from './content-html.ts'
import { not, type Rule, repeated } from './rule.ts'
import { hasBadCharacters, isAbsoluteUrl, isLanguage, isMediaType, isRfc3339 } from './values.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])
const itemsOf = (feed: Json): Json[] => listOf(feed['items'])
const attachmentsOf = (feed: Json): Json[] => itemsOf(feed).flatMap((item) => listOf(item['attachments']))
const authorsOf = (feed: Json): Json[] => [feed, ...itemsOf(feed)].flatMap((holder) => listOf(holder['authors']))
const texts = (holders: readonly Json[], ...names: string[]): string[] =>
  holders.flatMap((holder) => names.flatMap((name) => (holder[name] === undefined ? [] : [String(holder[name])])))

const known = {
  feed: 'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items',
  item: 'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments',
  author: 'name url avatar',
  attachment: 'url mime_type title size_in_bytes duration_in_seconds',
}
// A field of one's own begins with an underscore.
const unknownIn = (holders: readonly Json[], names: string): string[] =>
  holders.flatMap((holder) => Object.keys(holder).filter((name) => !name.startsWith('_') && !names.split(' ').includes(name)))

const edit = (text: string, change: (feed: Json) => void): string => {
  const feed: Json = JSON.parse(text)
  change(feed)
  return JSON.stringify(feed)
}
const editItem = (text: string, change: (item: Json) => void): string => edit(text, (feed) => itemsOf(feed).slice(0, 1).forEach(change))

/** JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeedRules: readonly Rule<Json>[] = [
  {
    says: 'it has the version, a title and items',
    find: (feed) => [
      ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
      ...(typeof feed['title'] === 'string' && feed['title'] !== '' ? [] : ['title']),
      ...(Array.isArray(feed['items']) && itemsOf(feed).length === feed['items'].length ? [] : ['items']),
    ],
    spoil: (text) => text.replace('version/1.1', 'version/1'),
  },
  {
    says: 'nothing is in it that nobody declared, and nothing of version 1 that was given up',
    find: (feed) => [
      ...unknownIn([feed], known.feed),
      ...unknownIn(itemsOf(feed), known.item),
      ...unknownIn(authorsOf(feed), known.author),
      ...unknownIn(attachmentsOf(feed), known.attachment),
    ],
    spoil: (text) => edit(text, (feed) => Object.assign(feed, { author: { name: 'x' } })),
  },
  {
    says: 'an item has an id of its own that is text',
    find: (feed) => {
      const ids = itemsOf(feed).map(({ id }) => (typeof id === 'string' ? id : ''))
      return [...not(ids, (id) => id !== ''), ...repeated(ids)]
    },
    spoil: (text) => editItem(text, (item) => Object.assign(item, { id: 1 })),
  },
  {
    says: 'an item has a text',
    find: (feed) =>
      itemsOf(feed).flatMap((item) => (texts([item], 'content_html', 'content_text').length === 0 ? [String(item['id'])] : [])),
    spoil: (text) => editItem(text, (item) => delete item['content_html']),
  },
  {
    says: 'addresses are absolute',
    find: (feed) =>
      not(
        [
          ...texts([feed], 'home_page_url', 'feed_url', 'icon', 'favicon'),
          ...texts(itemsOf(feed), 'url', 'external_url', 'image', 'banner_image'),
          ...texts(authorsOf(feed), 'url', 'avatar'),
          ...texts(attachmentsOf(feed), 'url'),
        ],
        isAbsoluteUrl,
      ),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { url: '/a1' })),
  },
  {
    says: 'dates are RFC 3339',
    find: (feed) => not(texts(itemsOf(feed), 'date_published', 'date_modified'), isRfc3339),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { date_published: '2024-11-28' })),
  },
  {
    says: 'languages are known ones',
    find: (feed) => not(texts([feed, ...itemsOf(feed)], 'language'), isLanguage),
    spoil: (text) => edit(text, (feed) => Object.assign(feed, { language: 'chinese_mainland' })),
  },
  {
    says: 'an author has a name, an address or a picture',
    find: (feed) => authorsOf(feed).flatMap((author) => (texts([author], 'name', 'url', 'avatar').join('') === '' ? ['author'] : [])),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { authors: [{}] })),
  },
  {
    says: 'an attachment has an address, a media type and numbers for numbers',
    find: (feed) =>
      attachmentsOf(feed).flatMap(({ url, mime_type: type, size_in_bytes: size = 0, duration_in_seconds: duration = 0 }) => [
        ...(typeof url === 'string' && isMediaType(String(type)) ? [] : ['attachment']),
        ...(typeof size === 'number' && typeof duration === 'number' ? [] : ['numbers']),
      ]),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { attachments: [{ url: 'https://www.example.org/a.pdf' }] })),
  },
  {
    says: 'tags are texts',
    find: (feed) =>
      itemsOf(feed).flatMap(({ tags = [] }) =>
        Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && tag) ? [] : ['tags'],
      ),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { tags: 'one' })),
  },
  {
    says: 'HTML parses, is safe and leads to absolute addresses',
    find: (feed) => texts(itemsOf(feed), 'content_html').flatMap(findHtmlFaults),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { content_html: '<script></script>' })),
  },
  {
    says: 'there are no controls in it',
    find: (feed) => not(texts([feed, ...itemsOf(feed)], 'title', 'summary', 'description'), (text) => !hasBadCharacters(text)),
    spoil: (text) => editItem(text, (item) => Object.assign(item, { title: '\u0007' })),
  },
]
