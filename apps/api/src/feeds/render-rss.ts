import { escapeHtml } from '../rendering/escape-html.ts'
import { type Feed, type FeedArticle, updatedAtOfFeed } from './feed.ts'
import { describeFeedArticle, enclosuresOf, renderFeedContent, titleOfFeedArticle } from './feed-content.ts'
import { formatRfc822 } from './format-rfc-822.ts'
import { element, renderXmlDocument, type Xml } from './xml.ts'

const renderItem = (article: FeedArticle, timeZone: string): Xml => {
  // RSS allows one enclosure an item.
  const enclosure = enclosuresOf(article)[0]
  return element(
    'item',
    {},
    element('title', {}, titleOfFeedArticle(article)),
    element('link', {}, article.url),
    element('guid', { isPermaLink: 'true' }, article.url),
    element('pubDate', {}, formatRfc822(article.publishedAt, timeZone)),
    ...article.authors.map(({ name }) => element('dc:creator', {}, name)),
    ...article.topics.map(({ name }) => element('category', {}, name)),
    // A description is HTML by agreement, so plain text is escaped once as HTML and once as XML.
    element('description', {}, escapeHtml(describeFeedArticle(article))),
    element('content:encoded', {}, renderFeedContent(article)),
    enclosure ? element('enclosure', { url: enclosure.url, length: enclosure.bytes, type: enclosure.mimeType }) : null,
  )
}

/** A feed as RSS 2.0 with the whole text (`content:encoded`); media type `application/rss+xml`. */
export const renderRss = (feed: Feed): string => {
  const { timeZone } = feed.site
  return renderXmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.homeUrl),
        element('description', {}, feed.description || feed.title),
        element('language', {}, feed.language),
        element('copyright', {}, feed.site.sponsor),
        element('lastBuildDate', {}, formatRfc822(updatedAtOfFeed(feed), timeZone)),
        element('generator', {}, 'Gazette'),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        element('atom:link', { href: feed.selfUrl, rel: 'self', type: 'application/rss+xml' }),
        ...feed.articles.map((article) => renderItem(article, timeZone)),
      ),
    ),
  )
}
