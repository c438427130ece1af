import { z } from 'zod'
import { ArticleSummary } from './article.ts'
import { Page, PageLinks } from './list.ts'

/** A piece of text that was found, or that stands beside what was found. */
export const HighlightPart = z
  .object({ text: z.string(), hit: z.boolean().describe('Whether this piece is what was searched for.') })
  .meta({ id: 'HighlightPart', description: 'A piece of text that was found, or that stands beside it. Plain text, never markup.' })
export type HighlightPart = z.infer<typeof HighlightPart>

/** One article that was found, with the reasons. */
export const SearchHit = z
  .object({
    article: ArticleSummary,
    score: z.number().describe('Higher is better; comparable within one answer only.'),
    highlights: z
      .object({
        title: z.array(HighlightPart).describe('The whole title.'),
        body: z.array(z.array(HighlightPart)).describe('Passages of the body, in their order.'),
      })
      .meta({ id: 'SearchHighlights', description: 'Where in the article the words were found.' }),
  })
  .meta({ id: 'SearchHit', description: 'One article that was found, with the places that match.' })
export type SearchHit = z.infer<typeof SearchHit>

/** Answer of `GET /v1/search`. */
export const SearchResults = z
  .object({
    data: z.array(SearchHit),
    page: Page,
    links: PageLinks,
    total: z.int().nonnegative().describe('How many articles match.'),
    suggestion: z.string().nullable().describe('What was probably meant; null when nothing better is known.'),
  })
  .meta({ id: 'SearchResults', description: 'A page of what was found, best first.' })
export type SearchResults = z.infer<typeof SearchResults>

/** Answer of `GET /v1/search/suggestions`. */
export const SearchSuggestions = z
  .object({ data: z.array(z.object({ text: z.string() }).meta({ id: 'SearchSuggestion', description: 'A query worth asking.' })) })
  .meta({ id: 'SearchSuggestions', description: 'Queries that begin like what was typed, most useful first.' })
export type SearchSuggestions = z.infer<typeof SearchSuggestions>
