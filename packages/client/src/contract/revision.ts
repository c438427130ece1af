// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** The published states of an article, newest first. */
export interface ArticleRevisions {
  data: ArticleRevision[]
}

/** One published state of an article. */
export interface ArticleRevision {
  revision: number
  /** When it became public. */
  at: string
  title: string
  /** Equal for equal content. */
  contentHash: string
}
