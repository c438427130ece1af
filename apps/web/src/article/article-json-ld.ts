import type { Site } from '@gazette/schema/site'
import type { ReaderArticle } from '../content-api/reader-article.ts'

const headlineMaximum = 110

/** NewsArticle and BreadcrumbList of schema.org; never the text itself, which the page already has. */
export const toArticleJsonLd = (article: ReaderArticle, site: Site): Record<string, unknown>[] => [
  {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: [...article.fullTitle].slice(0, headlineMaximum).join(''),
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    inLanguage: article.language,
    articleSection: article.channel.name,
    wordCount: article.wordCount,
    mainEntityOfPage: article.url,
    ...(article.summary && { description: article.summary }),
    ...(article.keywords.length > 0 && { keywords: article.keywords.join(',') }),
    ...(article.cover && { image: [article.cover.media.url] }),
    author:
      article.authors.length > 0
        ? article.authors.map(({ name }) => ({ '@type': 'Person', name }))
        : [{ '@type': 'Organization', name: article.source?.name ?? site.sponsor }],
    publisher: { '@type': 'GovernmentOrganization', name: site.sponsor, url: site.url },
    ...(article.source?.url && article.origin === 'reprint' && { isBasedOn: article.source.url }),
  },
  {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: article.breadcrumbs.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: url })),
  },
]
