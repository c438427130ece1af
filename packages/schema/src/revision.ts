import { z } from 'zod'
import { Instant } from './scalars.ts'

/** One published state of an article. */
export const ArticleRevision = z
  .object({
    revision: z.int().positive(),
    at: Instant.describe('When it became public.'),
    title: z.string(),
    contentHash: z.string().describe('Equal for equal content.'),
  })
  .meta({ id: 'ArticleRevision', description: 'One published state of an article.' })
export type ArticleRevision = z.infer<typeof ArticleRevision>

/** Answer of `GET /v1/articles/{id}/revisions`. */
export const ArticleRevisions = z
  .object({ data: z.array(ArticleRevision) })
  .meta({ id: 'ArticleRevisions', description: 'The published states of an article, newest first.' })
export type ArticleRevisions = z.infer<typeof ArticleRevisions>
