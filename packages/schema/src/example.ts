import { z } from 'zod'
import { ArticleContent } from './article-content.ts'
import { FocalPoint } from './media.ts'
import { ChannelPath, Id, Instant, WebUrl } from './scalars.ts'
import { Site } from './site.ts'

/**
 * The documents in `examples/`: sample content, test data and documentation at once.
 * `articles/<situation>.json` holds one `ArticleExample`; `channels.json`, `media.json` and `site.json` the rest.
 */
export const ArticleExample = z.strictObject({
  id: Id,
  channel: ChannelPath,
  status: z.enum(['draft', 'published', 'withdrawn', 'removed']),
  /** Why it was withdrawn or removed. */
  reason: z.string().nullable().default(null),
  /** When it was withdrawn or removed. */
  at: Instant.nullable().default(null),
  legacyUrls: z.array(WebUrl).default([]),
  /** Revisions published before `content`, oldest first. */
  earlier: z.array(ArticleContent).default([]),
  content: ArticleContent,
})
export type ArticleExample = z.infer<typeof ArticleExample>

export type ChannelExample = z.infer<typeof ChannelExample>
export const ChannelExample = z.strictObject({
  id: Id,
  /** The last segment of the path. */
  segment: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  columnType: z.string(),
  get children() {
    return z.array(ChannelExample)
  },
})
export const ChannelExamples = z.array(ChannelExample)

/** A file in `examples/media/`. */
export const MediaExample = z.strictObject({
  id: Id,
  fileName: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'file']),
  mimeType: z.string(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  durationSeconds: z.number().nullable(),
  dominantColor: z.string().nullable(),
  focalPoint: FocalPoint.nullable(),
})
export const MediaExamples = z.array(MediaExample)
export type MediaExample = z.infer<typeof MediaExample>

/** What is pinned where, in order; `channel` is null for the home page. */
export const PlacementExamples = z.array(z.strictObject({ articleId: Id, channel: ChannelPath.nullable(), highlighted: z.boolean() }))
export type PlacementExamples = z.infer<typeof PlacementExamples>

/** The facts of the site that an operator sets; addresses and the time zone come from the environment. */
export const SiteFacts = Site.omit({ url: true, apiUrl: true, timeZone: true, sample: true })
export type SiteFacts = z.infer<typeof SiteFacts>
