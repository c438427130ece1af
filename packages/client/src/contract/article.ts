// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { Block } from './block.ts'
import type { Breadcrumb, ChannelReference } from './channel.ts'
import type { Media } from './media.ts'
import type { Unlisted } from './unlisted.ts'

export type ArticleKind =
  | 'news'
  | 'review'
  | 'notice'
  | 'speech'
  | 'policy'
  | 'interpretation'
  | 'report'
  | 'proposal'
  | 'interview'
  | 'profile'
  | 'essay'
  | 'history'
  | 'gallery'
  | 'video'
  | Unlisted

/** An article without its body. */
export interface ArticleSummary {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  kind: ArticleKind
  status: 'published' | 'withdrawn'
  /** BCP 47 language tag. */
  language: string
  title: string
  /** 引题 */
  kicker: string | null
  /** 副题 */
  subtitle: string | null
  /** The title as printed, byte for byte. */
  fullTitle: string
  summary: string
  channel: ChannelReference
  authors: Contributor[]
  source: Source | null
  origin: 'original' | 'reprint'
  /** RFC 3339 instant with an offset. */
  publishedAt: string
  /** RFC 3339 instant with an offset. */
  updatedAt: string
  /** The date as shown, in the time zone of the site. */
  publishedOn: string
  /** How exactly the moment of publication is known; with `day`, show only the date. */
  publishedPrecision: 'day' | 'minute' | 'second'
  revision: number
  topics: Topic[]
  keywords: string[]
  cover: Cover | null
  /** Han characters and words of other scripts. */
  wordCount: number
  readingMinutes: number
  /** Permanent address on the site. */
  url: string
  /** Changes if and only if the content of the revision does. */
  contentHash: string
}

/** A person as named in print. */
export interface Contributor {
  name: string
  /** As printed, for example 本报记者. */
  role: string | null
}

/** Who published it (ContentSource). */
export interface Source {
  name: string
  url: string | null
}

/** A subject articles share. */
export interface Topic {
  slug: string
  name: string
}

/** The image that stands for the article. */
export interface Cover {
  media: Media
  alt: string
  caption: string | null
  credit: string | null
}

/** One article, ready to render. */
export interface Article {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  kind: ArticleKind
  status: 'published' | 'withdrawn'
  /** BCP 47 language tag. */
  language: string
  title: string
  /** 引题 */
  kicker: string | null
  /** 副题 */
  subtitle: string | null
  /** The title as printed, byte for byte. */
  fullTitle: string
  summary: string
  channel: ChannelReference
  authors: Contributor[]
  source: Source | null
  origin: 'original' | 'reprint'
  /** RFC 3339 instant with an offset. */
  publishedAt: string
  /** RFC 3339 instant with an offset. */
  updatedAt: string
  /** The date as shown, in the time zone of the site. */
  publishedOn: string
  /** How exactly the moment of publication is known; with `day`, show only the date. */
  publishedPrecision: 'day' | 'minute' | 'second'
  revision: number
  topics: Topic[]
  keywords: string[]
  cover: Cover | null
  /** Han characters and words of other scripts. */
  wordCount: number
  readingMinutes: number
  /** Permanent address on the site. */
  url: string
  /** Changes if and only if the content of the revision does. */
  contentHash: string
  /** From the home page down to the channel. */
  breadcrumbs: Breadcrumb[]
  editors: Contributor[]
  attachments: Attachment[]
  /** Addresses it had before; they redirect here. */
  legacyUrls: string[]
  official: OfficialDocument | null
  withdrawal: Withdrawal | null
  changeNotes: ChangeNote[]
  body?: ArticleBody
}

/** A document that belongs to the article. */
export interface Attachment {
  media: Media
  title: string
}

/** The fields of an official document (政务公开). */
export interface OfficialDocument {
  /** 索引号 */
  indexNumber: string | null
  /** 发文机关 */
  issuer: string | null
  /** 发文字号 */
  documentNumber: string | null
  /** 成文日期 */
  writtenOn: string | null
  /** 有效性 */
  validity: 'valid' | 'partiallyRepealed' | 'repealed' | 'expired' | null
}

/** Why the article was withdrawn; it stays readable with this notice. */
export interface Withdrawal {
  reason: string
  /** RFC 3339 instant with an offset. */
  at: string
}

/** What changed, told to readers. */
export interface ChangeNote {
  /** RFC 3339 instant with an offset. */
  at: string
  note: string
}

/** An array of blocks with `body=blocks`; a string with `body=html`, `markdown` or `text`. */
export type ArticleBody = Block[] | string
