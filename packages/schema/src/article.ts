import { z } from 'zod'
import { ArticleKind, ChangeNote, Contributor, OfficialDocument, Origin, PublishedPrecision, Source, Topic } from './article-content.ts'
import { Block } from './block.ts'
import { Breadcrumb, ChannelReference } from './channel.ts'
import { Media } from './media.ts'
import { CalendarDate, Id, Instant, Language, WebUrl } from './scalars.ts'

/** Public states. A removed article is not an article any more: it answers 410. */
export const ArticleStatus = z.enum(['published', 'withdrawn'])
export type ArticleStatus = z.infer<typeof ArticleStatus>

/** An image with its text alternative. */
export const Cover = z
  .object({ media: Media, alt: z.string(), caption: z.string().nullable(), credit: z.string().nullable() })
  .meta({ id: 'Cover', description: 'The image that stands for the article.' })

/** A document that belongs to the article. */
export const Attachment = z
  .object({ media: Media, title: z.string() })
  .meta({ id: 'Attachment', description: 'A document that belongs to the article.' })

/** Why a published article is no longer in force; it stays readable. */
export const Withdrawal = z
  .object({ reason: z.string(), at: Instant })
  .meta({ id: 'Withdrawal', description: 'Why the article was withdrawn; it stays readable with this notice.' })

/** An article without its body: what lists carry. */
export const ArticleSummary = z
  .object({
    id: Id,
    kind: ArticleKind,
    status: ArticleStatus,
    language: Language,
    title: z.string(),
    kicker: z.string().nullable().describe('引题'),
    subtitle: z.string().nullable().describe('副题'),
    fullTitle: z.string().describe('The title as printed, byte for byte.'),
    summary: z.string(),
    channel: ChannelReference,
    authors: z.array(Contributor),
    source: Source.nullable(),
    origin: Origin,
    publishedAt: Instant,
    updatedAt: Instant,
    publishedOn: CalendarDate.describe('The date as shown, in the time zone of the site.'),
    publishedPrecision: PublishedPrecision.describe('How exactly the moment of publication is known; with `day`, show only the date.'),
    revision: z.int().positive(),
    topics: z.array(Topic),
    keywords: z.array(z.string()),
    cover: Cover.nullable(),
    wordCount: z.int().nonnegative().describe('Han characters and words of other scripts.'),
    readingMinutes: z.int().positive(),
    url: WebUrl.describe('Permanent address on the site.'),
    contentHash: z.string().describe('Changes if and only if the content of the revision does.'),
  })
  .meta({ id: 'ArticleSummary', description: 'An article without its body.' })
export type ArticleSummary = z.infer<typeof ArticleSummary>

/** The body in the form that was asked for: blocks, or one rendering of them. */
export const ArticleBody = z
  .union([z.array(Block), z.string()])
  .meta({ id: 'ArticleBody', description: 'An array of blocks with `body=blocks`; a string with `body=html`, `markdown` or `text`.' })

/** One article, ready to render. `body` is absent with `body=none`. */
export const Article = ArticleSummary.extend({
  breadcrumbs: z.array(Breadcrumb).describe('From the home page down to the channel.'),
  editors: z.array(Contributor),
  attachments: z.array(Attachment),
  legacyUrls: z.array(WebUrl).describe('Addresses it had before; they redirect here.'),
  official: OfficialDocument.nullable(),
  withdrawal: Withdrawal.nullable(),
  changeNotes: z.array(ChangeNote),
  body: ArticleBody.optional(),
}).meta({ id: 'Article', description: 'One article, ready to render.' })
export type Article = z.infer<typeof Article>

/** A row of a list: fields left out by `fields` are absent, `body` is there when asked for. */
export const ArticleListItem = ArticleSummary.partial().required({ id: true }).extend({ body: ArticleBody.optional() }).meta({
  id: 'ArticleListItem',
  description: 'A summary; every field is present unless `fields` leaves it out. `body` only when asked for.',
})
export type ArticleListItem = z.infer<typeof ArticleListItem>
