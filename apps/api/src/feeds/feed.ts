import type { Article, ArticleSummary } from '@gazette/schema/article'
import type { Block } from '@gazette/schema/block'
import type { Site } from '@gazette/schema/site'

/** An article as feeds carry it: with its whole text. */
export type FeedArticle = ArticleSummary & Pick<Article, 'withdrawal'> & { body: readonly Block[] }

/** A feed before it has a format: of the site, a channel, a topic or an author. All addresses are absolute. */
export type Feed = {
  readonly site: Pick<Site, 'name' | 'sponsor' | 'url' | 'timeZone'>
  readonly title: string
  /** What the feed is about, as plain text. */
  readonly description: string
  /** BCP 47. */
  readonly language: string
  /** The page that shows the same articles. */
  readonly homeUrl: string
  /** Where this very document is found. */
  readonly selfUrl: string
  /** RFC 3339; when a feed without articles last changed. */
  readonly createdAt: string
  /** Newest first. */
  readonly articles: readonly FeedArticle[]
}

/** When the newest change of anything in the feed happened, RFC 3339. */
export const updatedAtOfFeed = ({ articles, createdAt }: Feed): string =>
  articles
    .map(({ updatedAt }) => updatedAt)
    .reduce((latest, at) => (Date.parse(at) > Date.parse(latest) ? at : latest), articles[0]?.updatedAt ?? createdAt)
