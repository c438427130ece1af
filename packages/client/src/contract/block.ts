// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { Media } from './media.ts'
import type { Span } from './span.ts'
import type { UnknownBlock } from './unlisted.ts'

/** One piece of a body, told apart by `type`. Types may be added: skip those you do not know. */
export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | QuoteBlock
  | TableBlock
  | EmbedBlock
  | CalloutBlock
  | DividerBlock
  | ImageBlock
  | GalleryBlock
  | VideoBlock
  | AudioBlock
  | FileBlock
  | UnknownBlock

/** A paragraph. Indents are presentation and never part of the text. */
export interface ParagraphBlock {
  type: 'paragraph'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  spans: Span[]
}

/** A section heading; level 1 is the title of the article. */
export interface HeadingBlock {
  type: 'heading'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  level: number
  spans: Span[]
}

/** A list, numbered when `ordered`. */
export interface ListBlock {
  type: 'list'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  ordered: boolean
  items: ListItem[]
}

/** One entry of a list, with the entries below it. */
export interface ListItem {
  spans: Span[]
  items: ListItem[]
}

/** A quotation with the one who said it. */
export interface QuoteBlock {
  type: 'quote'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  spans: Span[]
  attribution: string | null
}

/** A table; the first `headerRows` rows and `headerColumns` columns are headers. */
export interface TableBlock {
  type: 'table'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  caption: string | null
  headerRows: number
  headerColumns: number
  rows: TableCell[][]
}

/** One cell of a table; a cell covered by a span is absent. */
export interface TableCell {
  spans: Span[]
  columnSpan: number
  rowSpan: number
}

/** Content of another site, to be shown as a link unless the reader allows it. */
export interface EmbedBlock {
  type: 'embed'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  /** `http`, `https`, `mailto`, `tel`, a path of this site or a fragment. */
  url: string
  title: string
  provider: string | null
}

/** A passage set apart. */
export interface CalloutBlock {
  type: 'callout'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  tone: 'note' | 'important' | 'warning'
  title: string | null
  spans: Span[]
}

/** A break between passages. */
export interface DividerBlock {
  type: 'divider'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
}

/** An image with its text alternative, caption and credit. */
export interface ImageBlock {
  type: 'image'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  media: Media
  /** Text for those who do not see the image; empty only for decoration. */
  alt: string
  caption: string | null
  credit: string | null
}

/** Images that belong together. */
export interface GalleryBlock {
  type: 'gallery'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  caption: string | null
  items: Figure[]
}

/** An image with its text alternative, caption and credit. */
export interface Figure {
  media: Media
  /** Text for those who do not see the image; empty only for decoration. */
  alt: string
  caption: string | null
  credit: string | null
}

/** A video with its transcript. */
export interface VideoBlock {
  type: 'video'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  media: Media
  poster: Media | null
  caption: string | null
  transcript: string | null
}

/** A recording with its transcript. */
export interface AudioBlock {
  type: 'audio'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  media: Media
  caption: string | null
  transcript: string | null
}

/** A document to download. */
export interface FileBlock {
  type: 'file'
  /** Stable within the article: it survives edits of other blocks. */
  id: string
  media: Media
  title: string
}
