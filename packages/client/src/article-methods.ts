import type { RequestOptions } from './client-options.ts'
import type { Article, ArticleSummary } from './contract/article.ts'
import type { Block } from './contract/block.ts'
import type { ArticleNeighbours, Page, PageLinks, RelatedArticles } from './contract/list.ts'
import type { ArticleQuery, BodyForm } from './contract/query.ts'
import type { ArticleReading } from './contract/reading.ts'
import type { ArticleRevisions } from './contract/revision.ts'
import type { ArticleViews } from './contract/view.ts'
import type { Transport } from './transport.ts'

/** A body in the form that was asked for. */
export type BodyIn<F extends BodyForm> = F extends 'blocks' ? { body: Block[] } : F extends 'none' ? unknown : { body: string }

/** An article with its body in the form that was asked for. */
export type ArticleIn<F extends BodyForm> = Omit<Article, 'body'> & BodyIn<F>

/** A row of a list: the fields and the form of body that were asked for. */
export type ArticleRow<K extends keyof ArticleSummary, F extends BodyForm> = Pick<ArticleSummary, K | 'id'> & BodyIn<F>

/** A page of a list. */
export type ArticlePage<Row> = {
  data: Row[]
  page: Page
  links: PageLinks
  /** Only with `ids`: those that are not published. */
  missing?: string[]
}

/** Filters, order and form of a list; see `ArticleQuery`. */
export type ArticleListQuery<K extends keyof ArticleSummary, F extends BodyForm> = {
  [P in keyof Omit<ArticleQuery, 'ids' | 'fields' | 'body'>]?: ArticleQuery[P] | undefined
} & {
  /** At most 100; their order is kept. */
  ids?: readonly string[] | undefined
  /** Only these fields; `id` always comes with them. */
  fields?: readonly K[] | undefined
  /** `none` when absent. */
  body?: F | undefined
}

/** `/v1/articles` and everything below it. */
export type ArticleMethods = {
  /** One page. `page.next` is the cursor of the next one. */
  list<K extends keyof ArticleSummary = keyof ArticleSummary, F extends BodyForm = 'none'>(
    query?: ArticleListQuery<K, F>,
    options?: RequestOptions,
  ): Promise<ArticlePage<ArticleRow<K, F>>>
  /** All articles, page after page, 100 a page unless `limit` says less. Stops asking when the loop does. */
  iterate<K extends keyof ArticleSummary = keyof ArticleSummary, F extends BodyForm = 'none'>(
    query?: ArticleListQuery<K, F>,
    options?: RequestOptions,
  ): AsyncGenerator<ArticleRow<K, F>, void, undefined>
  /** @throws {ProblemError} `article-not-found`; `article-removed` when it was taken down */
  get<F extends BodyForm = 'blocks'>(id: string, query?: { body?: F | undefined }, options?: RequestOptions): Promise<ArticleIn<F>>
  /** The article with what stands around it where it is read: related ones, its neighbours and its views. */
  reading(id: string, query?: { limit?: number | undefined }, options?: RequestOptions): Promise<ArticleReading>
  related(id: string, query?: { limit?: number | undefined }, options?: RequestOptions): Promise<RelatedArticles>
  neighbours(id: string, options?: RequestOptions): Promise<ArticleNeighbours>
  revisions(id: string, options?: RequestOptions): Promise<ArticleRevisions>
  /** How often people saw it on the site. */
  views(id: string, options?: RequestOptions): Promise<ArticleViews>
}

const pathOf = (id: string, below = ''): string => `v1/articles/${encodeURIComponent(id)}${below}`

export const createArticleMethods = ({ get }: Transport): ArticleMethods => {
  const list: ArticleMethods['list'] = (query = {}, options) => get('v1/articles', query, options)
  return {
    list,
    async *iterate(query = {}, options) {
      let cursor = query.cursor
      do {
        const page = await list({ limit: 100, ...query, cursor }, options)
        yield* page.data
        cursor = page.page.next ?? undefined
      } while (cursor !== undefined)
    },
    get: (id, query = {}, options) => get(pathOf(id), query, options),
    reading: (id, query = {}, options) => get(pathOf(id, '/reading'), query, options),
    related: (id, query = {}, options) => get(pathOf(id, '/related'), query, options),
    neighbours: (id, options) => get(pathOf(id, '/neighbours'), {}, options),
    revisions: (id, options) => get(pathOf(id, '/revisions'), {}, options),
    views: (id, options) => get(pathOf(id, '/views'), {}, options),
  }
}
