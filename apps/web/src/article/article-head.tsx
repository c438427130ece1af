import type { Site } from '@gazette/schema/site'
import type { ReaderArticle } from '../content-api/reader-article.ts'
import { JsonLd } from '../site/json-ld.tsx'
import { articleMetaTags } from '../site/meta-tags.ts'
import { PageHead } from '../site/page-head.tsx'
import { articlePath } from '../site/paths.ts'
import { toArticleJsonLd } from './article-json-ld.ts'

/** Where nobody wrote a summary: what it is, without a word of the text, which stands in the page once. */
const describe = ({ summary, channel, fullTitle }: ReaderArticle): string => summary || `${channel.name}：${fullTitle}`

/** Meta tags, OpenGraph and structured data of an article. */
export const ArticleHead = ({ site, article }: { site: Site; article: ReaderArticle }) => (
  <>
    <PageHead
      site={site}
      title={article.fullTitle}
      path={articlePath(article.id)}
      description={describe(article)}
      tags={articleMetaTags(article, site)}
      openGraph={[
        { property: 'og:type', content: 'article' },
        { property: 'og:description', content: describe(article) },
        { property: 'article:published_time', content: article.publishedAt },
        { property: 'article:modified_time', content: article.updatedAt },
        { property: 'article:section', content: article.channel.name },
        ...(article.cover ? [{ property: 'og:image', content: article.cover.media.url }] : []),
        ...article.topics.map(({ name }) => ({ property: 'article:tag', content: name })),
      ]}
      feed={{ path: `/${article.channel.path}/`, title: article.channel.name }}
    />
    <JsonLd data={toArticleJsonLd(article, site)} />
  </>
)
