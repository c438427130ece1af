// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { ArticleBody, ArticleKind, ArticleSummary, Contributor, Cover, Source, Topic } from './article.ts'
import type { ChannelReference } from './channel.ts'

/** A page of articles. */
export interface ArticleList {
  data: ArticleListItem[]
  page: Page
  links: PageLinks
  /** Only with `ids`: those that are not published. */
  missing?: string[]
}

/** A summary; every field is present unless `fields` leaves it out. `body` only when asked for. */
export interface ArticleListItem {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  kind?: ArticleKind
  status?: 'published' | 'withdrawn'
  /** BCP 47 language tag. */
  language?: string
  title?: string
  /** 引题 */
  kicker?: string | null
  /** 副题 */
  subtitle?: string | null
  /** The title as printed, byte for byte. */
  fullTitle?: string
  summary?: string
  channel?: ChannelReference
  authors?: Contributor[]
  source?: Source | null
  origin?: 'original' | 'reprint'
  /** RFC 3339 instant with an offset. */
  publishedAt?: string
  /** RFC 3339 instant with an offset. */
  updatedAt?: string
  /** The date as shown, in the time zone of the site. */
  publishedOn?: string
  /** How exactly the moment of publication is known; with `day`, show only the date. */
  publishedPrecision?: 'day' | 'minute' | 'second'
  revision?: number
  topics?: Topic[]
  keywords?: string[]
  cover?: Cover | null
  /** Han characters and words of other scripts. */
  wordCount?: number
  readingMinutes?: number
  /** Permanent address on the site. */
  url?: string
  /** Changes if and only if the content of the revision does. */
  contentHash?: string
  body?: ArticleBody
}

/** Where this page stands in the list. */
export interface Page {
  limit: number
  next: string | null
  previous: string | null
  /** Only with `include=total`. */
  total?: number
}

/** The same as addresses; also in the `Link` header. */
export interface PageLinks {
  /** Absolute http or https address. */
  self: string
  next: string | null
  previous: string | null
}

/** Articles on the same subjects, nearest first. */
export interface RelatedArticles {
  data: ArticleSummary[]
}

/** The articles beside this one in its channel, by time of publication. */
export interface ArticleNeighbours {
  /** Published just before. */
  previous: ArticleSummary | null
  /** Published just after. */
  next: ArticleSummary | null
}
