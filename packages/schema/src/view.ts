import { z } from 'zod'
import { Id } from './scalars.ts'

/** How often an article was seen by people. */
export const ArticleViews = z
  .object({
    articleId: Id,
    views: z
      .int()
      .nonnegative()
      .describe('Times it was seen by people on the site. The same reader counts once in some minutes, robots do not count.'),
  })
  .meta({ id: 'ArticleViews', description: 'How often an article was seen.' })
export type ArticleViews = z.infer<typeof ArticleViews>
