import { z } from 'zod'
import { ArticleSummary } from './article.ts'
import { articleFilters, limitDefault, limitMaximum } from './article-query.ts'
import { Page, PageLinks } from './list.ts'
import { integerParameter, QueryText } from './query-parameters.ts'
import { Cursor } from './scalars.ts'

export const SearchSort = z.enum(['relevance', '-publishedAt', 'publishedAt'])
export type SearchSort = z.infer<typeof SearchSort>

const typed = QueryText.max(2_000)

/** Parameters of `GET /v1/search`. */
export const SearchQuery = z.strictObject({
  q: typed.describe(
    'What to look for. Words add up, `"quotes"` (also “ ” and 「 」) hold a phrase together, `-word` excludes; everything else is taken literally. At most 256 letters, digits and ideographs.',
  ),
  ...articleFilters,
  sort: SearchSort.default('relevance').describe('`relevance`: best first; else by time of publication.'),
  limit: integerParameter({ minimum: 1, maximum: limitMaximum, default: limitDefault, description: 'Hits on a page.' }),
  cursor: Cursor.optional(),
  page: integerParameter({
    minimum: 1,
    maximum: 10_000,
    default: 1,
    description: 'Number of a page, for people who leaf through; programs follow cursors. Not together with `cursor`.',
  }),
  include: z.enum(['facets']).optional().describe('`facets` counts the hits by channel, kind, source, topic and year.'),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Parameters of `GET /v1/search/suggestions`. */
export const SuggestionQuery = z.strictObject({
  q: typed.describe('The beginning of a query: characters, pinyin (`zhengx`) or initials (`zx`).'),
  limit: integerParameter({ minimum: 1, maximum: 20, default: 8, description: 'Suggestions to send.' }),
})
export type SuggestionQuery = z.infer<typeof SuggestionQuery>

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
        body: z.array(z.array(HighlightPart)).describe('Verbatim passages of the body, at most two, in their order.'),
      })
      .meta({ id: 'SearchHighlights', description: 'Where in the article the words were found.' }),
  })
  .meta({ id: 'SearchHit', description: 'One article that was found, with the places that match.' })
export type SearchHit = z.infer<typeof SearchHit>

const facet = z.array(
  z
    .object({
      value: z.string().describe('What the parameter of the same meaning takes.'),
      name: z.string().describe('For people.'),
      count: z.int().positive().describe('Hits that have it.'),
    })
    .meta({ id: 'SearchFacetValue', description: 'One value with the number of hits that have it.' }),
)

/** How the hits spread; the most frequent values first. */
export const SearchFacets = z
  .object({
    channels: facet.describe('By the path of the channel the articles stand in.'),
    kinds: facet,
    sources: facet,
    topics: facet.describe('By the slug of the topic.'),
    years: facet.describe('Of publication, in the time zone of the site.'),
  })
  .meta({ id: 'SearchFacets', description: 'How many hits have which values, most frequent first.' })
export type SearchFacets = z.infer<typeof SearchFacets>

/** Answer of `GET /v1/search`. */
export const SearchResults = z
  .object({
    data: z.array(SearchHit),
    page: Page,
    links: PageLinks,
    total: z.int().nonnegative().describe('How many articles match; at least so many when `totalIsExact` is false.'),
    totalIsExact: z.boolean().describe('True up to 10,000 matches.'),
    facets: SearchFacets.nullable().describe('Only with `include=facets`; of the newest matches when `totalIsExact` is false.'),
    suggestion: z.string().nullable().describe('What was probably meant, when nothing was found; null when nothing better is known.'),
  })
  .meta({ id: 'SearchResults', description: 'A page of what was found, best first.' })
export type SearchResults = z.infer<typeof SearchResults>

/** Answer of `GET /v1/search/suggestions`. */
export const SearchSuggestions = z
  .object({ data: z.array(z.object({ text: z.string() }).meta({ id: 'SearchSuggestion', description: 'A query worth asking.' })) })
  .meta({ id: 'SearchSuggestions', description: 'Queries that begin like what was typed, most useful first.' })
export type SearchSuggestions = z.infer<typeof SearchSuggestions>
