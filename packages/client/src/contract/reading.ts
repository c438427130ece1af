// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { Article, ArticleSummary } from './article.ts'

/** An article with everything that stands around it where it is read. */
export interface ArticleReading {
  article: Article
  /** Articles on the same subjects, nearest first. */
  related: ArticleSummary[]
  /** Published just before. */
  previous: ArticleSummary | null
  /** Published just after. */
  next: ArticleSummary | null
  /** Times it was seen by people on the site. The same reader counts once in some minutes, robots do not count. */
  views: number
}
