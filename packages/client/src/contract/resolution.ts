// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** What an address leads to. */
export interface Resolution {
  kind: 'article' | 'channel' | 'redirect' | 'gone'
  /** The address that was asked for, in full. */
  url: string
  /** Where a reader should end; null when gone. */
  location: string | null
  articleId: string | null
  channelId: string | null
  /** Why it is gone. */
  reason: string | null
}
