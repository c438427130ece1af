import type { ArticleSort } from '@gazette/schema/article-query'
import { asc, desc, type Placeholder, type SQL, sql } from '../database/drizzle.ts'
import type { Tables } from '../database/store.ts'
import { Invalid } from '../errors.ts'

/** Where a page begins: behind this article, or before it when going back. */
export type ListPosition = { direction: 'forward' | 'back'; instant: number; id: string }

/** The same, to be filled in when a prepared statement runs. */
type OpenPosition = { direction: ListPosition['direction']; instant: Placeholder; id: Placeholder }

type Order = {
  condition: SQL | undefined
  orderBy: SQL[]
}

/** Whether later instants come first. */
const isDescending = (sort: ArticleSort): boolean => sort.startsWith('-')

/** The column a sort goes by. Every order ends in the id, so that it is total. */
export const sortColumn = (articles: Tables['articles'], sort: ArticleSort) =>
  sort.endsWith('publishedAt') ? articles.publishedAt : articles.updatedAt

/** Condition and order of the rows on one side of a position. Going back reads them nearest first: the caller turns them round. */
export const orderFrom = (articles: Tables['articles'], sort: ArticleSort, position: ListPosition | OpenPosition | null): Order => {
  const column = sortColumn(articles, sort)
  const goesDown = isDescending(sort) !== (position?.direction === 'back')
  const direction = goesDown ? desc : asc
  const comparison = goesDown ? sql`<` : sql`>`
  return {
    // A row value, because both engines walk an index with it; the same written with OR is a scan.
    condition: position ? sql`(${column}, ${articles.id}) ${comparison} (${position.instant}, ${position.id})` : undefined,
    orderBy: [direction(column), direction(articles.id)],
  }
}

/** The position as a cursor carries it, and back. */
export const toCursorPosition = ({ direction, instant, id }: ListPosition): [string, number, string] => [
  direction === 'back' ? 'b' : 'f',
  instant,
  id,
]

export const parseCursorPosition = ([direction, instant, id]: (string | number)[]): ListPosition => {
  if (typeof instant !== 'number' || typeof id !== 'string') throw new Invalid('invalid-cursor')
  return { direction: direction === 'b' ? 'back' : 'forward', instant, id }
}
