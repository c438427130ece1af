import type { ContentApi, ListQuery } from '../content-api/open-content-api.ts'
import type { ReaderSummary } from '../content-api/reader-article.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import { findListPage } from './list-page.ts'
import { parsePageNumber } from './page-numbers.ts'
import type { SelectionView } from './selection-page.tsx'

/**
 * One page of the articles that match `query`. Nothing matches: there is no such page.
 * `describe` names the selection, from its first article where the address alone does not say.
 */
export const loadSelection = async (
  api: ContentApi,
  query: ListQuery,
  pageParameter: string | string[] | undefined,
  toPath: (page: number) => string,
  describe: (first: ReaderSummary) => Pick<SelectionView, 'label' | 'name' | 'hint'>,
): Promise<PageDecision<SelectionView>> => {
  const page = parsePageNumber(pageParameter)
  if (page === null) return notFound
  if (page === 1 && pageParameter !== undefined) return { redirect: toPath(1) }
  const list = await findListPage(api, query, page)
  const first = list?.articles[0]
  return list && first ? { show: { kind: 'selection', list, ...describe(first) } } : notFound
}
