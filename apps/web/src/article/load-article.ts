import type { ContentApi } from '../content-api/open-content-api.ts'
import { yearsBetween } from '../site/format-date.ts'
import { articlePath } from '../site/paths.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import { resolveAddress } from '../site/resolve-address.ts'
import type { ArticleView } from './article-page.tsx'

const relatedMaximum = 6

/** One article with its neighbours and related articles; `now` decides how old it is called. */
export const loadArticle = async (api: ContentApi, id: string, now: Date): Promise<PageDecision<ArticleView>> => {
  if (!/^[0-9a-z]{1,26}$/.test(id)) return notFound
  const answer = await api.findReading(id, relatedMaximum)
  if (answer.status === 'missing') return notFound
  // A removed article may have been given another place to send its readers to.
  if (answer.status === 'gone') return resolveAddress(api, articlePath(id))
  const { article, related, previous, next, views } = answer.value
  return {
    show: {
      kind: 'article',
      article,
      related,
      neighbours: { previous, next },
      views,
      ageYears: yearsBetween(article.publishedAt, now.toISOString()),
    },
  }
}
