import type { ArticleKind } from '@gazette/schema/article-content'

/**
 * What is known about a document that matches a query. Shares are of the conditions of the query, 0 to 1.
 * `whole` means as words of the language (政协), not as an accidental run across words (市政协调).
 */
export type Evidence = {
  /** Conditions whose words stand in the title. */
  titleWords: number
  /** Conditions whose characters stand in the title, as words or not. */
  titleRuns: number
  /** The whole query stands in the title as typed. */
  titlePhrase: boolean
  /** The title says nothing but the query. */
  titleEqual: boolean
  /** Conditions that are the name of an author, the source or a topic. */
  names: number
  /** Conditions the document is about: their words are among the most frequent of its body. */
  subject: number
  /** Conditions whose words stand in the body. */
  bodyWords: number
  /** The whole query stands somewhere in the document as typed. */
  phrase: boolean
  kind: ArticleKind
  channelId: string
  /** Milliseconds since 1970. */
  publishedAt: number
}

/** The only place where relevance is weighed. A greater number matters more; they are added up. */
export const rankingWeights = {
  titleEqual: 4,
  titlePhrase: 6,
  titleWords: 8,
  titleRuns: 2,
  names: 7,
  subject: 3,
  bodyWords: 5,
  phrase: 4,
  /** For each year a document is newer: less than any other weight within the lifetime of a site. */
  year: 0.02,
  /** Official documents are what people come for. */
  kinds: { policy: 0.6, notice: 0.4, interpretation: 0.4, report: 0.2, gallery: -0.4, video: -0.2 } as Partial<Record<ArticleKind, number>>,
  /** By the id of a channel. */
  channels: {} as Readonly<Record<string, number>>,
}
export type RankingWeights = typeof rankingWeights

const yearMilliseconds = 365.25 * 86_400_000

/** How well a document answers a query; only the order of scores has a meaning. Does not depend on the present time. */
export const scoreDocument = (evidence: Evidence, weights: RankingWeights = rankingWeights): number =>
  (evidence.titleEqual ? weights.titleEqual : 0) +
  (evidence.titlePhrase ? weights.titlePhrase : 0) +
  evidence.titleWords * weights.titleWords +
  evidence.titleRuns * weights.titleRuns +
  evidence.names * weights.names +
  evidence.subject * weights.subject +
  evidence.bodyWords * weights.bodyWords +
  (evidence.phrase ? weights.phrase : 0) +
  (weights.kinds[evidence.kind] ?? 0) +
  (weights.channels[evidence.channelId] ?? 0) +
  (evidence.publishedAt / yearMilliseconds) * weights.year
