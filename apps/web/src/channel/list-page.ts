import type { ContentApi, ListQuery } from '../content-api/open-content-api.ts'
import type { ReaderSummary } from '../content-api/reader-article.ts'
import { countPages } from './page-numbers.ts'

export const pageSize = 20

/** One numbered page of a list of articles. */
export type ListPage = { articles: ReaderSummary[]; page: number; pageCount: number; total: number }

/** Reads page `page` of a list; null when the list has no such page. */
export const findListPage = async (api: ContentApi, query: ListQuery, page: number): Promise<ListPage | null> => {
  const answer = await api.listArticles({ ...query, page, limit: pageSize, include: 'total' })
  if (answer.status !== 'found') return null
  const total = answer.value.page.total ?? answer.value.data.length
  const pageCount = countPages(total, pageSize)
  return page > pageCount ? null : { articles: answer.value.data, page, pageCount, total }
}
