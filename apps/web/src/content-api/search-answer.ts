import { Page } from '@gazette/schema/list'
import { z } from 'zod'
import { ReaderSummary } from './reader-article.ts'

const HighlightedRun = z.object({ text: z.string(), hit: z.boolean() })
export type HighlightedRun = z.infer<typeof HighlightedRun>

/** An article that was found, with the words that matched. */
export const SearchHit = z.object({
  article: ReaderSummary,
  highlights: z.object({ title: z.array(HighlightedRun), body: z.array(z.array(HighlightedRun)) }),
})
export type SearchHit = z.infer<typeof SearchHit>

/** The answer of `GET /v1/search`. */
export const SearchAnswer = z.object({
  data: z.array(SearchHit),
  page: Page.partial(),
  total: z.int().nonnegative(),
  suggestion: z.string().nullable(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
