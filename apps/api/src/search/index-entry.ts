import type { ArticleContent } from '@gazette/schema/article-content'
import type { Segmenter } from './create-segmenter.ts'
import { type IndexTerms, toIndexTerms } from './index-terms.ts'
import { toSearchDocument } from './search-document.ts'
import { vocabularyOf } from './vocabulary.ts'

/** An article as the index reads it. `content` is the JSON of its public revision, `contentHash` the hash of that. */
export type IndexedArticle = { id: string; channelId: string; contentHash: string; content: string }

/** An article as the index keeps it: plain data, so that another thread can make it. */
export type IndexEntry = {
  id: string
  channelId: string
  contentHash: string
  kind: string
  /** Milliseconds since 1970. */
  publishedAt: number
  source: string | null
  topics: string[]
  terms: IndexTerms
  vocabulary: string[]
}

/** Analyses an article: most of the work of indexing it. */
export const toIndexEntry = ({ id, channelId, contentHash, content }: IndexedArticle, segmenter: Segmenter): IndexEntry => {
  const document = toSearchDocument({ id, channelId }, JSON.parse(content) as ArticleContent)
  return {
    id,
    channelId,
    contentHash,
    kind: document.kind,
    publishedAt: document.publishedAt,
    source: document.source,
    topics: document.topics.map(({ slug }) => slug),
    terms: toIndexTerms(document, segmenter),
    vocabulary: vocabularyOf(document, segmenter),
  }
}
