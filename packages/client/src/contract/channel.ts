// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** One channel with the way to it and its direct children. */
export interface Channel {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  /** Channel path, segments joined by `/`. */
  path: string
  name: string
  parentId: string | null
  /** Order among its siblings, ascending. */
  position: number
  /** Purpose and main content (ColumnDescription). */
  description: string
  /** ColumnKeywords. */
  keywords: string[]
  /** ColumnType of the website design rules, for example 工作动态. */
  columnType: string
  /** Absolute http or https address. */
  url: string
  breadcrumbs: Breadcrumb[]
  children: ChannelReference[]
  /** Published articles here and below. */
  articleCount: number
}

/** One step of the way from the home page; the home page has a null id and an empty path. */
export interface Breadcrumb {
  id: string | null
  path: string
  name: string
  /** Absolute http or https address. */
  url: string
}

/** A channel by id, path and name. */
export interface ChannelReference {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  /** Channel path, segments joined by `/`. */
  path: string
  name: string
}

/** All channels, as a tree. */
export interface ChannelTree {
  data: ChannelNode[]
}

/** A channel with the channels below it. */
export interface ChannelNode {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  /** Channel path, segments joined by `/`. */
  path: string
  name: string
  parentId: string | null
  /** Order among its siblings, ascending. */
  position: number
  /** Purpose and main content (ColumnDescription). */
  description: string
  /** ColumnKeywords. */
  keywords: string[]
  /** ColumnType of the website design rules, for example 工作动态. */
  columnType: string
  /** Absolute http or https address. */
  url: string
  children: ChannelNode[]
}
