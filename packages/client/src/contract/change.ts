// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { ArticleSummary } from './article.ts'
import type { Unlisted } from './unlisted.ts'

export type ChangeType =
  | 'article.published'
  | 'article.updated'
  | 'article.withdrawn'
  | 'article.removed'
  | 'channel.updated'
  | 'placement.updated'
  | Unlisted

/** What changed, in the order it was committed. */
export interface ChangeList {
  data: Change[]
  page: ChangePage
  links: ChangeLinks
}

/** One entry of the change log. */
export interface Change {
  /** Identifies the change, also as `Last-Event-ID`. */
  id: string
  type: ChangeType
  /** RFC 3339 instant with an offset. */
  at: string
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  articleId?: string
  /** The channel that changed, or the channel of the article. What is pinned on the home page changes without one. */
  channelId?: string
  /** The channel it was moved from, when it moved. */
  previousChannelId?: string
  /** The article as it is now; absent once it is removed. */
  article?: ArticleSummary
}

/** `next` is never null: it is where to continue. */
export interface ChangePage {
  limit: number
  /** Opaque, signed position in a list; valid only with the filters it was issued for. */
  next: string
}

/** The same as addresses. */
export interface ChangeLinks {
  /** Absolute http or https address. */
  self: string
  /** Absolute http or https address. */
  next: string
}
