import type { ContentApi, ListQuery } from '../content-api/open-content-api.ts'
import type { ReaderSummary } from '../content-api/reader-article.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import { findListPage } from './list-page.ts'
import { parsePageNumber } from './page-numbers.ts'
import type { SelectionView } from './selection-page.tsx'

/**
 * One page of the articles that match `query`.
 * `describe` names the selection by its first article, if there is one; null says that there is no such selection.
 */
export const loadSelection = async (
  api: ContentApi,
  query: ListQuery,
  pageParameter: string | string[] | undefined,
  toPath: (page: number) => string,
  describe: (first: ReaderSummary | undefined) => Pick<SelectionView, 'label' | 'name' | 'hint'> | null,
): Promise<PageDecision<SelectionView>> => {
  const page = parsePageNumber(pageParameter)
  if (page === null) return notFound
  if (page === 1 && pageParameter !== undefined) return { redirect: toPath(1) }
  const list = await findListPage(api, query, page)
  const description = list && describe(list.articles[0])
  return list && description ? { show: { kind: 'selection', list, ...description } } : notFound
}
