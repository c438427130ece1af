import type { ArticleSummary } from '@gazette/schema/article'
import type { Site } from '@gazette/schema/site'
import { element, renderXmlDocument } from './xml.ts'

const maximumAgeMilliseconds = 2 * 24 * 60 * 60 * 1000
const entriesMaximum = 1000

/** Google News wants ISO 639 codes, and for Chinese `zh-cn` or `zh-tw`. */
const toNewsLanguage = (language: string): string => {
  const code = language.split('-', 1)[0]?.toLowerCase() ?? ''
  if (code !== 'zh') return code
  return /-(hant|tw|hk|mo)\b/i.test(language) ? 'zh-tw' : 'zh-cn'
}

/**
 * The news sitemap: published articles of the last two days, at most 1,000, as Google News and others read it.
 * When there are none it names the home page, as an address without news: the schema of sitemaps.org wants one at least, and
 * Google, which says that an empty one does no harm, reports it as faulty.
 */
export const renderNewsSitemap = (options: {
  site: Pick<Site, 'name'>
  /** The address of the home page. */
  home: string
  articles: readonly Pick<ArticleSummary, 'url' | 'title' | 'language' | 'publishedAt' | 'status'>[]
  /** Milliseconds since the Unix epoch. */
  now: number
}): string => {
  const recent = options.articles.filter(({ publishedAt, status }) => {
    const age = options.now - Date.parse(publishedAt)
    return status === 'published' && age >= 0 && age <= maximumAgeMilliseconds
  })
  return renderXmlDocument(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      recent.length === 0 ? element('url', {}, element('loc', {}, options.home)) : null,
      ...recent
        .slice(0, entriesMaximum)
        .map(({ url, title, language, publishedAt }) =>
          element(
            'url',
            {},
            element('loc', {}, url),
            element(
              'news:news',
              {},
              element(
                'news:publication',
                {},
                element('news:name', {}, options.site.name),
                element('news:language', {}, toNewsLanguage(language)),
              ),
              element('news:publication_date', {}, publishedAt),
              element('news:title', {}, title),
            ),
          ),
        ),
    ),
  )
}
