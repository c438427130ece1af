import type { ArticleListItem, ArticleSummary } from '@gazette/schema/article'
import type { ArticleContent } from '@gazette/schema/article-content'
import { type ArticleField, type ArticleQuery, limitDefault, limitMaximum } from '@gazette/schema/article-query'
import type { CursorCodec } from '../cursor.ts'
import { and, count, eq } from '../database/drizzle.ts'
import { Invalid } from '../errors.ts'
import { type ContextOptions, readArticleContext } from './article-context.ts'
import { articleCondition, channelIdsOf, filterScope } from './article-filter.ts'
import type { ArticleHead } from './article-head.ts'
import { type ArticleRow, toArticleSummary, toBody } from './article-mapper.ts'
import { type ListPosition, orderFrom, parseCursorPosition, toCursorPosition } from './article-order.ts'
import { summaryColumns } from './summary-columns.ts'

/** A page of a list, before it is given addresses. */
export type ArticlePage = {
  data: ArticleListItem[]
  /** How many a page has at most. */
  limit: number
  next: string | null
  previous: string | null
  total?: number
  missing?: string[]
  /** The channels the list is about; null when about all. */
  channelIds: string[] | null
}

type ListedRow = ArticleRow & { head: string; content?: string }

/** Only the fields that were asked for, and the id. */
const pickFields = (summary: ArticleSummary, fields: readonly ArticleField[] | undefined): ArticleListItem => {
  if (!fields) return summary
  const picked: Record<string, unknown> = { id: summary.id }
  for (const field of fields) picked[field] = summary[field]
  return picked as ArticleListItem
}

const positionOf = (query: ArticleQuery, direction: ListPosition['direction'], row: ArticleRow | undefined): ListPosition | null =>
  row ? { direction, instant: query.sort.endsWith('publishedAt') ? row.publishedAt : row.updatedAt, id: row.id } : null

/** What reading lists needs. */
export type Reading = ContextOptions & { cursors: CursorCodec }

const readRows = ({ store, timeZone }: Reading, query: ArticleQuery, position: ListPosition | null, channelIds: string[] | null) => {
  const { db, tables } = store
  const { articles, revisions } = tables
  const order = orderFrom(articles, query.sort, position)
  const condition = and(articleCondition({ ...store, timeZone }, query, channelIds), order.condition)
  const columns = summaryColumns(articles)
  const rowsMaximum = query.limit + 1
  const offset = (query.page - 1) * query.limit
  const withoutBody = db.select(columns).from(articles)
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  const withBody = db
    .select({ ...columns, content: revisions.content })
    .from(articles)
    .innerJoin(revisions, isPublic)
  const selected: Promise<ListedRow[]> =
    query.body === 'none'
      ? Promise.resolve(
          withoutBody
            .where(condition)
            .orderBy(...order.orderBy)
            .limit(rowsMaximum)
            .offset(offset),
        )
      : Promise.resolve(
          withBody
            .where(condition)
            .orderBy(...order.orderBy)
            .limit(rowsMaximum)
            .offset(offset),
        )
  return selected
}

const toItems = async (reading: Reading, rows: readonly ListedRow[], { fields, body: form }: ArticleQuery): Promise<ArticleListItem[]> => {
  const parsed = rows.map((row) => ({
    row,
    head: JSON.parse(row.head) as ArticleHead,
    content: row.content === undefined ? undefined : (JSON.parse(row.content) as ArticleContent),
  }))
  const contents = parsed.flatMap(({ content }) => content ?? [])
  const context = await readArticleContext(reading, parsed, contents)
  return parsed.map(({ row, head, content }) => {
    const item = pickFields(toArticleSummary(context, row, head), fields)
    return content ? { ...item, body: toBody(context, content.body, form) } : item
  })
}

const countAll = async ({ store, timeZone }: Reading, query: ArticleQuery, channelIds: string[] | null): Promise<number> => {
  const condition = articleCondition({ ...store, timeZone }, query, channelIds)
  const rows = await store.db.select({ total: count() }).from(store.tables.articles).where(condition)
  return rows[0]?.total ?? 0
}

const listPage = async (reading: Reading, query: ArticleQuery, channelIds: string[] | null): Promise<ArticlePage> => {
  const { cursors } = reading
  const scope = filterScope(query, query.sort)
  const position = query.cursor === undefined ? null : parseCursorPosition(cursors.read(scope, query.cursor))
  const found = await readRows(reading, query, position, channelIds)
  const goesBack = position?.direction === 'back'
  const hasMore = found.length > query.limit
  const page = found.slice(0, query.limit)
  const rows = goesBack ? page.toReversed() : page
  const write = (place: ListPosition | null) => (place ? cursors.write(scope, toCursorPosition(place)) : null)
  const hasPrevious = goesBack ? hasMore : position !== null || query.page > 1
  const hasNext = goesBack || hasMore
  return {
    data: await toItems(reading, rows, query),
    limit: query.limit,
    next: hasNext ? write(positionOf(query, 'forward', rows.at(-1))) : null,
    previous: hasPrevious ? write(positionOf(query, 'back', rows[0])) : null,
    ...(query.include === 'total' ? { total: await countAll(reading, query, channelIds) } : {}),
    channelIds,
  }
}

/** The articles with these ids, in this order; withdrawn ones too. Those that are not public are named as missing. */
const listByIds = async (
  reading: Reading,
  query: ArticleQuery,
  ids: readonly string[],
  channelIds: string[] | null,
): Promise<ArticlePage> => {
  const rows = await readRows(reading, { ...query, limit: ids.length }, null, channelIds)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const data = await toItems(
    reading,
    ids.flatMap((id) => byId.get(id) ?? []),
    query,
  )
  const missing = ids.filter((id) => !byId.has(id))
  return {
    data,
    limit: limitMaximum,
    next: null,
    previous: null,
    missing,
    channelIds,
    ...(query.include === 'total' ? { total: data.length } : {}),
  }
}

const refuseTogether = (parameter: string, other: string): Invalid =>
  new Invalid('invalid-parameter', {
    errors: [
      {
        parameter,
        code: 'not-together',
        message: { zh: `${parameter} 不能与 ${other} 同时使用。`, en: `${parameter} and ${other} exclude one another.` },
      },
    ],
  })

// What has no meaning beside another parameter is refused: nothing is silently ignored.
const requireOneWayOfPaging = ({ cursor, page, ids, sort, limit }: ArticleQuery): void => {
  if (cursor !== undefined && page > 1) throw refuseTogether('page', 'cursor')
  if (!ids) return
  const unused = { cursor: cursor !== undefined, page: page > 1, sort: sort !== '-publishedAt', limit: limit !== limitDefault }
  for (const [parameter, isGiven] of Object.entries(unused)) if (isGiven) throw refuseTogether(parameter, 'ids')
}

/** A page of published articles. @throws {Invalid} for a cursor or a channel that is not known */
export const listArticles = async (reading: Reading, query: ArticleQuery): Promise<ArticlePage> => {
  requireOneWayOfPaging(query)
  const { channel } = query
  const tree = await reading.channels.get(({ findByPath }) => channel === undefined || findByPath(channel) !== undefined)
  const channelIds = channelIdsOf(tree, channel)
  return query.ids ? listByIds(reading, query, [...new Set(query.ids)], channelIds) : listPage(reading, query, channelIds)
}
