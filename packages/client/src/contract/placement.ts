// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { ArticleSummary } from './article.ts'

/** What is pinned now, in the order the editors gave it. */
export interface PlacementList {
  data: Placement[]
}

/** An article that editors pinned. */
export interface Placement {
  article: ArticleSummary
  /** Its place among the pinned, from 1. */
  position: number
  /** Whether editors want it to stand out. */
  highlighted: boolean
  /** It is pinned before this instant; null when nobody set an end. */
  until: string | null
}
