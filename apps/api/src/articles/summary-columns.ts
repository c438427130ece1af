import type { Tables } from '../database/store.ts'

/** The columns a summary is made of: never a body. */
export const summaryColumns = (articles: Tables['articles']) => ({
  id: articles.id,
  channelId: articles.channelId,
  status: articles.status,
  publishedRevision: articles.publishedRevision,
  publishedAt: articles.publishedAt,
  updatedAt: articles.updatedAt,
  wordCount: articles.wordCount,
  readingMinutes: articles.readingMinutes,
  contentHash: articles.contentHash,
  reason: articles.reason,
  endedAt: articles.endedAt,
  head: articles.head,
})
