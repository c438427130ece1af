import { z } from 'zod'
import { ArticleListItem, ArticleSummary } from './article.ts'
import { Change } from './change.ts'
import { Cursor, WebUrl } from './scalars.ts'

export const Page = z
  .object({
    limit: z.int().positive(),
    next: Cursor.nullable(),
    previous: Cursor.nullable(),
    total: z.int().nonnegative().optional().describe('Only with `include=total`.'),
  })
  .meta({ id: 'Page', description: 'Where this page stands in the list.' })
export type Page = z.infer<typeof Page>

export const PageLinks = z
  .object({ self: WebUrl, next: WebUrl.nullable(), previous: WebUrl.nullable() })
  .meta({ id: 'PageLinks', description: 'The same as addresses; also in the `Link` header.' })
export type PageLinks = z.infer<typeof PageLinks>

export const ArticleList = z
  .object({
    data: z.array(ArticleListItem),
    page: Page,
    links: PageLinks,
    missing: z.array(z.string()).optional().describe('Only with `ids`: those that are not published.'),
  })
  .meta({ id: 'ArticleList', description: 'A page of articles.' })
export type ArticleList = z.infer<typeof ArticleList>

export const RelatedArticles = z
  .object({ data: z.array(ArticleSummary) })
  .meta({ id: 'RelatedArticles', description: 'Articles on the same subjects, nearest first.' })
export type RelatedArticles = z.infer<typeof RelatedArticles>

export const ArticleNeighbours = z
  .object({
    previous: ArticleSummary.nullable().describe('Published just before.'),
    next: ArticleSummary.nullable().describe('Published just after.'),
  })
  .meta({ id: 'ArticleNeighbours', description: 'The articles beside this one in its channel, by time of publication.' })
export type ArticleNeighbours = z.infer<typeof ArticleNeighbours>

/** A feed has no end: `next` is where to continue, also when nothing is there yet. */
export const ChangeList = z
  .object({
    data: z.array(Change),
    page: z
      .object({ limit: z.int().positive(), next: Cursor })
      .meta({ id: 'ChangePage', description: '`next` is never null: it is where to continue.' }),
    links: z.object({ self: WebUrl, next: WebUrl }).meta({ id: 'ChangeLinks', description: 'The same as addresses.' }),
  })
  .meta({ id: 'ChangeList', description: 'What changed, in the order it was committed.' })
export type ChangeList = z.infer<typeof ChangeList>
