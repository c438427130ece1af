import { cleanText } from '../rendering/clean-text.ts'
import type { Feed, FeedArticle } from './feed.ts'
import { describeFeedArticle, enclosuresOf, renderFeedContent, titleOfFeedArticle } from './feed-content.ts'

const toItem = (article: FeedArticle) => {
  const attachments = enclosuresOf(article).map(({ url, mimeType, bytes, title, durationSeconds }) => ({
    url,
    mime_type: mimeType,
    title: cleanText(title),
    size_in_bytes: bytes,
    ...(durationSeconds === null ? {} : { duration_in_seconds: durationSeconds }),
  }))
  return {
    id: article.url,
    url: article.url,
    title: cleanText(titleOfFeedArticle(article)),
    summary: cleanText(describeFeedArticle(article)),
    content_html: renderFeedContent(article),
    date_published: article.publishedAt,
    date_modified: article.updatedAt,
    language: article.language,
    ...(article.cover ? { image: article.cover.media.url } : {}),
    ...(article.authors.length > 0 ? { authors: article.authors.map(({ name }) => ({ name: cleanText(name) })) } : {}),
    ...(article.topics.length > 0 ? { tags: article.topics.map(({ name }) => cleanText(name)) } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

/** A feed as JSON Feed 1.1 (jsonfeed.org) with the whole text; media type `application/feed+json`. */
export const renderJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: cleanText(feed.title),
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    description: cleanText(feed.description || feed.title),
    language: feed.language,
    authors: [{ name: cleanText(feed.site.name), url: feed.site.url }],
    items: feed.articles.map(toItem),
  })
