import { type Feed, type FeedArticle, updatedAtOfFeed } from './feed.ts'
import { describeFeedArticle, enclosuresOf, renderFeedContent, titleOfFeedArticle } from './feed-content.ts'
import { element, renderXmlDocument, type Xml } from './xml.ts'

const renderEntry = (article: FeedArticle): Xml =>
  element(
    'entry',
    { 'xml:lang': article.language },
    element('id', {}, article.url),
    element('title', {}, titleOfFeedArticle(article)),
    element('published', {}, article.publishedAt),
    element('updated', {}, article.updatedAt),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: article.language, href: article.url }),
    ...enclosuresOf(article).map(({ url, mimeType, bytes, title }) =>
      element('link', { rel: 'enclosure', type: mimeType, length: bytes, title, href: url }),
    ),
    ...article.authors.map(({ name }) => element('author', {}, element('name', {}, name))),
    ...article.topics.map(({ slug, name }) => element('category', { term: slug, label: name })),
    element('summary', {}, describeFeedArticle(article)),
    element('content', { type: 'html' }, renderFeedContent(article)),
  )

/** A feed as Atom 1.0 (RFC 4287) with the whole text; media type `application/atom+xml`. */
export const renderAtom = (feed: Feed): string =>
  renderXmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.selfUrl),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description || feed.title),
      element('updated', {}, updatedAtOfFeed(feed)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.homeUrl }),
      // Stands for every entry that names no author of its own (RFC 4287, 4.1.1).
      element('author', {}, element('name', {}, feed.site.name), element('uri', {}, feed.site.url)),
      element('rights', {}, feed.site.sponsor),
      element('generator', {}, 'Gazette'),
      ...feed.articles.map(renderEntry),
    ),
  )
