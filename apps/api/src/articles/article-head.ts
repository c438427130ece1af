import { ArticleContent } from '@gazette/schema/article-content'
import { z } from 'zod'

/**
 * The part of a revision that lists show, kept beside the article so that a list never reads a body.
 * Topics are slugs and the cover is a reference: names and files are looked up when read.
 */
export const ArticleHead = ArticleContent.pick({
  kind: true,
  language: true,
  kicker: true,
  title: true,
  subtitle: true,
  fullTitle: true,
  summary: true,
  authors: true,
  source: true,
  origin: true,
  publishedPrecision: true,
  keywords: true,
  cover: true,
}).extend({ topics: z.array(z.string()) })
export type ArticleHead = z.infer<typeof ArticleHead>

/** The head of a revision. */
export const toArticleHead = (content: ArticleContent): ArticleHead =>
  ArticleHead.parse({ ...content, topics: content.topics.map(({ slug }) => slug) })
