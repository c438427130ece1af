import type { ContentApi } from '../content-api/open-content-api.ts'
import { type Month, monthRange } from './months.ts'

/** The days of the oldest and the newest article, `YYYY-MM-DD`; null while there are none. */
export const findArchiveSpan = async (api: ContentApi): Promise<{ oldest: string; newest: string } | null> => {
  const [newest, oldest] = await Promise.all([api.getArticles({ limit: 1 }), api.getArticles({ limit: 1, sort: 'publishedAt' })])
  const [first] = oldest.data
  const [last] = newest.data
  return first && last ? { oldest: first.publishedOn, newest: last.publishedOn } : null
}

/** Whether a month lies between the oldest and the newest article: it has a page even when nothing was published in it. */
export const isInSpan = (span: { oldest: string; newest: string }, month: Month): boolean => {
  const { from, to } = monthRange(month)
  return span.oldest < to && span.newest >= from
}
