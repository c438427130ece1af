import { z } from 'zod'
import { ArticleSummary } from './article.ts'
import { ArticleKind } from './article-content.ts'
import { commaSeparated, integerParameter, QueryText } from './query-parameters.ts'
import { CalendarDate, ChannelPath, Cursor, Id, Instant, WebUrl } from './scalars.ts'

/** In which form bodies are sent. */
export const BodyForm = z.enum(['none', 'blocks', 'html', 'markdown', 'text'])
export type BodyForm = z.infer<typeof BodyForm>

export const ArticleSort = z.enum(['-publishedAt', 'publishedAt', '-updatedAt', 'updatedAt'])
export type ArticleSort = z.infer<typeof ArticleSort>

/** Names `fields` accepts: the fields of a summary. */
export const ArticleField = ArticleSummary.keyof()
export type ArticleField = z.infer<typeof ArticleField>

/** A date means its first instant in the time zone of the site. */
export const DateOrInstant = z.union([CalendarDate, Instant])

export const limitMaximum = 100
export const limitDefault = 20

const limit = integerParameter({ minimum: 1, maximum: limitMaximum, default: limitDefault, description: 'Items on a page.' })

/** Filters a list of articles and a search share. */
export const articleFilters = {
  channel: ChannelPath.optional().describe('Channel path; channels below it are included.'),
  topic: QueryText.max(100).optional().describe('Slug of a topic.'),
  author: QueryText.max(100).optional().describe('Name of an author, exactly.'),
  source: QueryText.max(200).optional().describe('Name of a source, exactly.'),
  kind: ArticleKind.optional().describe('What the article is.'),
  from: DateOrInstant.optional().describe('Published at or after; a date or an instant.'),
  to: DateOrInstant.optional().describe('Published before (half-open); a date or an instant.'),
}

/** Parameters of `GET /v1/articles`. */
export const ArticleQuery = z.strictObject({
  ...articleFilters,
  updatedSince: DateOrInstant.optional().describe('Changed at or after.'),
  ids: commaSeparated(Id, 100, 'At most 100 ids joined by commas; their order is kept.'),
  sort: ArticleSort.default('-publishedAt').describe('Order; `-` is newest first. Not together with `ids`.'),
  limit,
  cursor: Cursor.optional(),
  page: integerParameter({
    minimum: 1,
    maximum: 10_000,
    default: 1,
    description: 'Number of a page, for people who leaf through; programs follow cursors. Not together with `cursor` or `ids`.',
  }),
  fields: commaSeparated(ArticleField, 40, 'Fields to send, joined by commas; `id` always is.'),
  body: BodyForm.default('none').describe('Form of the bodies.'),
  include: z.enum(['total']).optional().describe('`total` counts all articles the filters let through.'),
})
export type ArticleQuery = z.infer<typeof ArticleQuery>

/** Parameters of `GET /v1/articles/{id}`. */
export const ArticleReadQuery = z.strictObject({ body: BodyForm.default('blocks').describe('Form of the body.') })
export const ArticleParams = z.strictObject({ id: Id })

/** Parameters of `GET /v1/channels` and `GET /v1/channels/{id}`. */
export const ChannelQuery = z.strictObject({ path: ChannelPath.optional().describe('Find one channel by its path.') })
export const ChannelParams = z.strictObject({ id: Id })

/** Parameters of `GET /v1/resolve`: an absolute address or a path of the site. */
export const ResolveQuery = z.strictObject({
  url: z.union([WebUrl, z.string().regex(/^\/(?!\/)[^\s\p{Cc}\p{Cs}\\]*$/u)]).describe('An absolute address or a path of the site.'),
})

/** Parameters of `GET /v1/articles/{id}/related`. */
export const RelatedQuery = z.strictObject({
  limit: integerParameter({ minimum: 1, maximum: 20, default: 6, description: 'Articles to send.' }),
})

/** A cursor of the change log, or this word for the newest change: what is kept from that answer on is kept up by what follows. */
export const newestChange = 'now'
const ChangeCursor = Cursor.describe(
  'Where to continue: `page.next` of the answer before. `now` begins behind the newest change; without it, the log begins at its beginning.',
)

/** Parameters of `GET /v1/changes`. Without a cursor the feed starts at the beginning. */
export const ChangeQuery = z.strictObject({
  cursor: ChangeCursor.optional(),
  limit,
  wait: integerParameter({ minimum: 0, maximum: 30, default: 0, description: 'Seconds to wait for a change when there is none yet.' }),
})
export type ChangeQuery = z.infer<typeof ChangeQuery>

/** Parameters of `GET /v1/changes/stream`. */
export const ChangeStreamQuery = z.strictObject({ cursor: ChangeCursor.optional() })
export const ChangeStreamHeaders = z.looseObject({
  'last-event-id': z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .describe('Id of the last change that was seen; browsers send it when they reconnect. Comes before `cursor`.'),
})

/** Parameters of `GET /v1/export/articles.ndjson`. */
export const ExportQuery = z.strictObject({ body: BodyForm.default('blocks').describe('Form of the bodies.') })
export type ExportQuery = z.infer<typeof ExportQuery>

/** Parameters of `GET /v1/feeds/{format}`: at most one of them. */
export const FeedQuery = z.strictObject({
  channel: articleFilters.channel.describe('Path of a channel; channels below it are included.'),
  topic: articleFilters.topic,
  author: articleFilters.author,
})
export type FeedQuery = z.infer<typeof FeedQuery>
export const FeedFormat = z.enum(['rss', 'atom', 'json'])
export type FeedFormat = z.infer<typeof FeedFormat>
export const FeedParams = z.strictObject({ format: FeedFormat.describe('RSS 2.0, Atom 1.0 or JSON Feed 1.1.') })

/** Parameters of `GET /v1/sitemaps/{name}`. */
export const SitemapParams = z.strictObject({
  name: z
    .string()
    .regex(/^(index|news|channels|[1-9]\d{0,5})\.xml$/)
    .describe('`index.xml`, `news.xml`, `channels.xml`, or the number of a part: `1.xml`.'),
})

export const EmptyQuery = z.strictObject({})
