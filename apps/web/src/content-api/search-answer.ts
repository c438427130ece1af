import { Page } from '@gazette/schema/list'
import { SearchHit as ContractHit, type HighlightPart, SearchResults } from '@gazette/schema/search'
import { z } from 'zod'
import { ReaderSummary } from './reader-article.ts'

export type HighlightedRun = HighlightPart

const ReaderHit = ContractHit.extend({ article: ReaderSummary })
export type SearchHit = z.infer<typeof ReaderHit>

/** What the search page needs of the answer of `GET /v1/search`. */
export const SearchAnswer = SearchResults.pick({ total: true, totalIsExact: true, suggestion: true, facets: true }).extend({
  data: z.array(ReaderHit),
  page: Page.partial(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
