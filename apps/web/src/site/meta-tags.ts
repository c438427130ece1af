import type { Site } from '@gazette/schema/site'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { formatMinute } from './format-date.ts'

/**
 * The meta tags of 《政府网站发展指引》 (国办发〔2017〕47号), annex on page design.
 * Names are in the case the rules print; each stands once.
 */
export type MetaTag = { name: string; content: string }

/** On every page. */
export const siteMetaTags = (site: Pick<Site, 'name' | 'domain' | 'siteIdCode'>): MetaTag[] => [
  { name: 'SiteName', content: site.name },
  { name: 'SiteDomain', content: site.domain },
  { name: 'SiteIDCode', content: site.siteIdCode },
]

/** On channel pages. */
export const channelMetaTags = (channel: { name: string; description: string; keywords: string[]; columnType: string }): MetaTag[] => [
  { name: 'ColumnName', content: channel.name },
  { name: 'ColumnDescription', content: channel.description },
  { name: 'ColumnKeywords', content: channel.keywords.join(',') },
  { name: 'ColumnType', content: channel.columnType },
]

/** On article pages. ContentSource is the publishing body where no other source is named. */
export const articleMetaTags = (article: ReaderArticle, site: Pick<Site, 'sponsor' | 'timeZone'>): MetaTag[] => {
  const author = article.authors[0] ?? article.editors[0]
  return [
    { name: 'ColumnName', content: article.channel.name },
    { name: 'ArticleTitle', content: article.fullTitle },
    { name: 'PubDate', content: formatMinute(article.publishedAt, site.timeZone) },
    { name: 'ContentSource', content: article.source?.name ?? site.sponsor },
    { name: 'Keywords', content: article.keywords.join(',') },
    { name: 'Author', content: author?.name ?? '' },
    { name: 'Description', content: article.summary },
    { name: 'Image', content: article.cover?.media.url ?? '' },
    { name: 'Url', content: article.url },
  ].filter(({ name, content }) => content !== '' || requiredNames.has(name))
}

const requiredNames: ReadonlySet<string> = new Set(['ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource'])
