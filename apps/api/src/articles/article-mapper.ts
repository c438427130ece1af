import type { Article, ArticleSummary } from '@gazette/schema/article'
import type { ArticleContent } from '@gazette/schema/article-content'
import type { BodyForm } from '@gazette/schema/article-query'
import type { Block, StoredBlock } from '@gazette/schema/block'
import type { Media, MediaReference } from '@gazette/schema/media'
import { toBreadcrumbs } from '../channels/channel-tree.ts'
import type { Tables } from '../database/store.ts'
import { renderHtml } from '../rendering/render-html.ts'
import { renderMarkdown } from '../rendering/render-markdown.ts'
import { renderText } from '../rendering/render-text.ts'
import { toZonedDate, toZonedInstant } from '../time-zone.ts'
import type { ArticleContext } from './article-context.ts'
import type { ArticleHead } from './article-head.ts'

/** The columns of an article that readers may learn of. */
export type ArticleRow = Pick<
  Tables['articles']['$inferSelect'],
  | 'id'
  | 'channelId'
  | 'status'
  | 'publishedRevision'
  | 'publishedAt'
  | 'updatedAt'
  | 'wordCount'
  | 'readingMinutes'
  | 'contentHash'
  | 'reason'
  | 'endedAt'
>

// A file whose record is gone leaves its block out rather than the article: readers lose a picture, not the news.
const findMedia = ({ media }: ArticleContext, reference: MediaReference): Media | undefined => media.get(reference.id)

type Figure = { media: Media; alt: string; caption: string | null; credit: string | null }

const toFigure = (context: ArticleContext, figure: Omit<Figure, 'media'> & { media: MediaReference }): Figure[] => {
  const media = findMedia(context, figure.media)
  return media ? [{ ...figure, media }] : []
}

/** Blocks with their files looked up. */
export const toBlocks = (context: ArticleContext, blocks: readonly StoredBlock[]): Block[] =>
  blocks.flatMap((block) => toBlock(context, block))

const toBlock = (context: ArticleContext, block: StoredBlock): Block[] => {
  switch (block.type) {
    case 'image':
    case 'file':
    case 'audio': {
      const media = findMedia(context, block.media)
      return media ? [{ ...block, media }] : []
    }
    case 'video': {
      const media = findMedia(context, block.media)
      return media ? [{ ...block, media, poster: block.poster ? (findMedia(context, block.poster) ?? null) : null }] : []
    }
    case 'gallery':
      return [{ ...block, items: block.items.flatMap((item) => toFigure(context, item)) }]
    default:
      return [block]
  }
}

/** One article as lists show it. */
export const toArticleSummary = (context: ArticleContext, row: ArticleRow, head: ArticleHead): ArticleSummary => ({
  ...head,
  id: row.id,
  status: row.status === 'withdrawn' ? 'withdrawn' : 'published',
  channel: context.tree.reference(row.channelId),
  publishedAt: toZonedInstant(row.publishedAt, context.timeZone),
  updatedAt: toZonedInstant(row.updatedAt, context.timeZone),
  publishedOn: toZonedDate(row.publishedAt, context.timeZone),
  revision: row.publishedRevision ?? 1,
  topics: head.topics.map((slug) => ({ slug, name: context.topicNames.get(slug) ?? slug })),
  cover: (head.cover && toFigure(context, head.cover)[0]) ?? null,
  wordCount: row.wordCount,
  readingMinutes: row.readingMinutes,
  url: context.addresses.article(row.id),
  contentHash: row.contentHash,
})

/** A body in the form that was asked for; undefined for `none`. */
export const toBody = (context: ArticleContext, blocks: readonly StoredBlock[], form: BodyForm): Article['body'] => {
  switch (form) {
    case 'none':
      return undefined
    case 'blocks':
      return toBlocks(context, blocks)
    case 'html':
      return renderHtml(toBlocks(context, blocks), { baseUrl: context.addresses.home })
    case 'markdown':
      return renderMarkdown(toBlocks(context, blocks), { baseUrl: context.addresses.home })
    case 'text':
      return renderText(toBlocks(context, blocks))
  }
}

const toWithdrawal = (row: ArticleRow, timeZone: string): Article['withdrawal'] =>
  row.status === 'withdrawn' && row.endedAt !== null ? { reason: row.reason ?? '', at: toZonedInstant(row.endedAt, timeZone) } : null

/** One article with everything it has. */
export const toArticle = (
  context: ArticleContext,
  row: ArticleRow,
  head: ArticleHead,
  { content, legacyUrls, form }: { content: ArticleContent; legacyUrls: string[]; form: BodyForm },
): Article => {
  const body = toBody(context, content.body, form)
  return {
    ...toArticleSummary(context, row, head),
    breadcrumbs: toBreadcrumbs(context.tree, row.channelId, context.addresses),
    editors: content.editors,
    attachments: content.attachments.flatMap(({ media: reference, title }) => {
      const media = findMedia(context, reference)
      return media ? [{ media, title }] : []
    }),
    legacyUrls,
    official: content.official,
    withdrawal: toWithdrawal(row, context.timeZone),
    changeNotes: content.changeNotes,
    ...(body === undefined ? {} : { body }),
  }
}
