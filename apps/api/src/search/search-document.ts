import type { ArticleContent, ArticleKind } from '@gazette/schema/article-content'
import { blockTexts } from '../articles/block-text.ts'

/** Everything of a public article that can be searched for. Texts are as written: the index normalises them. */
export type SearchDocument = {
  /** Id of the article. */
  id: string
  channelId: string
  kind: ArticleKind
  /** Milliseconds since 1970. */
  publishedAt: number
  title: string
  kicker: string | null
  subtitle: string | null
  summary: string
  /** One text a paragraph, heading, cell, caption and list entry; no phrase reaches from one into the next. */
  body: string[]
  authors: string[]
  source: string | null
  topics: { slug: string; name: string }[]
  /** Titles of attachments, keywords, editors, and the numbers of official documents. */
  others: string[]
}

const isText = (text: string | null | undefined): text is string => typeof text === 'string' && text.trim() !== ''

/** The document of an article as its public revision has it. */
export const toSearchDocument = (article: { id: string; channelId: string }, content: ArticleContent): SearchDocument => {
  const { official } = content
  return {
    ...article,
    kind: content.kind,
    publishedAt: Date.parse(content.publishedAt),
    title: content.title,
    kicker: content.kicker,
    subtitle: content.subtitle,
    summary: content.summary,
    body: blockTexts(content.body),
    authors: content.authors.map(({ name }) => name),
    source: content.source?.name ?? null,
    topics: content.topics,
    others: [
      ...content.attachments.map(({ title }) => title),
      ...content.keywords,
      ...content.editors.map(({ name }) => name),
      ...[content.cover?.caption, official?.documentNumber, official?.indexNumber, official?.issuer].filter(isText),
    ],
  }
}
