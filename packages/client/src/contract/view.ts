// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** How often an article was seen. */
export interface ArticleViews {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  articleId: string
  /** Times it was seen by people on the site. The same reader counts once in some minutes, robots do not count. */
  views: number
}
