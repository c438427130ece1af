// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { ArticleSummary } from './article.ts'
import type { Page, PageLinks } from './list.ts'

/** A page of what was found, best first. */
export interface SearchResults {
  data: SearchHit[]
  page: Page
  links: PageLinks
  /** How many articles match; at least so many when `totalIsExact` is false. */
  total: number
  /** True up to 10,000 matches. */
  totalIsExact: boolean
  /** Only with `include=facets`; of the newest matches when `totalIsExact` is false. */
  facets: SearchFacets | null
  /** What was probably meant, when nothing was found; null when nothing better is known. */
  suggestion: string | null
}

/** One article that was found, with the places that match. */
export interface SearchHit {
  article: ArticleSummary
  /** Higher is better; comparable within one answer only. */
  score: number
  highlights: SearchHighlights
}

/** Where in the article the words were found. */
export interface SearchHighlights {
  /** The whole title. */
  title: HighlightPart[]
  /** Verbatim passages of the body, at most two, in their order. */
  body: HighlightPart[][]
}

/** A piece of text that was found, or that stands beside it. Plain text, never markup. */
export interface HighlightPart {
  text: string
  /** Whether this piece is what was searched for. */
  hit: boolean
}

/** How many hits have which values, most frequent first. */
export interface SearchFacets {
  /** By the path of the channel the articles stand in. */
  channels: SearchFacetValue[]
  kinds: SearchFacetValue[]
  sources: SearchFacetValue[]
  /** By the slug of the topic. */
  topics: SearchFacetValue[]
  /** Of publication, in the time zone of the site. */
  years: SearchFacetValue[]
}

/** One value with the number of hits that have it. */
export interface SearchFacetValue {
  /** What the parameter of the same meaning takes. */
  value: string
  /** For people. */
  name: string
  /** Hits that have it. */
  count: number
}

/** Queries that begin like what was typed, most useful first. */
export interface SearchSuggestions {
  data: SearchSuggestion[]
}

/** A query worth asking. */
export interface SearchSuggestion {
  text: string
}
