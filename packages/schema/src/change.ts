import { z } from 'zod'
import { ArticleSummary } from './article.ts'
import { Id, Instant } from './scalars.ts'

/** What can happen. Types may be added. */
export const ChangeType = z.enum([
  'article.published',
  'article.updated',
  'article.withdrawn',
  'article.removed',
  'channel.updated',
  'placement.updated',
])
export type ChangeType = z.infer<typeof ChangeType>

/** One entry of the change log. */
export const Change = z
  .object({
    id: z.string().describe('Identifies the change, also as `Last-Event-ID`.'),
    type: ChangeType,
    at: Instant,
    articleId: Id.optional(),
    channelId: Id.optional().describe(
      'The channel that changed, or the channel of the article. What is pinned on the home page changes without one.',
    ),
    previousChannelId: Id.optional().describe('The channel it was moved from, when it moved.'),
    article: ArticleSummary.optional().describe('The article as it is now; absent once it is removed.'),
  })
  .meta({ id: 'Change', description: 'One entry of the change log.' })
export type Change = z.infer<typeof Change>
