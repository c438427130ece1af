// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { ArticleSummary } from './article.ts'
import type { Page, PageLinks } from './list.ts'

/** A page of what was found, best first. */
export interface SearchResults {
  data: SearchHit[]
  page: Page
  links: PageLinks
  /** How many articles match. */
  total: number
  /** What was probably meant; null when nothing better is known. */
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
  /** Passages of the body, in their order. */
  body: HighlightPart[][]
}

/** A piece of text that was found, or that stands beside it. Plain text, never markup. */
export interface HighlightPart {
  text: string
  /** Whether this piece is what was searched for. */
  hit: boolean
}

/** Queries that begin like what was typed, most useful first. */
export interface SearchSuggestions {
  data: SearchSuggestion[]
}

/** A query worth asking. */
export interface SearchSuggestion {
  text: string
}
