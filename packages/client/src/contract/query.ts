// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { ArticleKind } from './article.ts'

export type BodyForm = 'none' | 'blocks' | 'html' | 'markdown' | 'text'

export type ArticleSort = '-publishedAt' | 'publishedAt' | '-updatedAt' | 'updatedAt'

export interface ArticleQuery {
  /** Channel path; channels below it are included. */
  channel?: string
  /** Slug of a topic. */
  topic?: string
  /** Name of an author, exactly. */
  author?: string
  /** Name of a source, exactly. */
  source?: string
  /** What the article is. */
  kind?: ArticleKind
  /** Published at or after; a date or an instant. */
  from?: string
  /** Published before (half-open); a date or an instant. */
  to?: string
  /** Changed at or after. */
  updatedSince?: string
  /** At most 100 ids joined by commas; their order is kept. */
  ids?: string[]
  /** Order; `-` is newest first. Not together with `ids`. */
  sort: ArticleSort
  /** Items on a page. */
  limit: number
  /** Opaque, signed position in a list; valid only with the filters it was issued for. */
  cursor?: string
  /** Number of a page, for people who leaf through; programs follow cursors. Not together with `cursor` or `ids`. */
  page: number
  /** Fields to send, joined by commas; `id` always is. */
  fields?: Array<
    | 'id'
    | 'kind'
    | 'status'
    | 'language'
    | 'title'
    | 'kicker'
    | 'subtitle'
    | 'fullTitle'
    | 'summary'
    | 'channel'
    | 'authors'
    | 'source'
    | 'origin'
    | 'publishedAt'
    | 'updatedAt'
    | 'publishedOn'
    | 'publishedPrecision'
    | 'revision'
    | 'topics'
    | 'keywords'
    | 'cover'
    | 'wordCount'
    | 'readingMinutes'
    | 'url'
    | 'contentHash'
  >
  /** Form of the bodies. */
  body: BodyForm
  /** `total` counts all articles the filters let through. */
  include?: 'total'
}

export interface ChangeQuery {
  /** Where to continue: `page.next` of the answer before. `now` begins behind the newest change; without it, the log begins at its beginning. */
  cursor?: string
  /** Items on a page. */
  limit: number
  /** Seconds to wait for a change when there is none yet. */
  wait: number
}
