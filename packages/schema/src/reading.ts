import { z } from 'zod'
import { Article, ArticleSummary } from './article.ts'
import { ArticleNeighbours } from './list.ts'
import { ArticleViews } from './view.ts'

/** What stands around an article where it is read. */
export const ArticleSurroundings = z.object({
  related: z.array(ArticleSummary).describe('Articles on the same subjects, nearest first.'),
  ...ArticleNeighbours.shape,
  views: ArticleViews.shape.views,
})
export type ArticleSurroundings = z.infer<typeof ArticleSurroundings>

/** One article and what stands around it: a page in one answer. */
export const ArticleReading = z
  .object({ article: Article, ...ArticleSurroundings.shape })
  .meta({ id: 'ArticleReading', description: 'An article with everything that stands around it where it is read.' })
export type ArticleReading = z.infer<typeof ArticleReading>
