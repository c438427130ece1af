import type { ArticleNeighbours } from '@gazette/schema/list'
import { and, eq } from '../database/drizzle.ts'
import type { ContextOptions } from './article-context.ts'
import { orderFrom } from './article-order.ts'
import { getPublicRow, type HeadedRow, toSummaries } from './article-read.ts'
import { summaryColumns } from './summary-columns.ts'

const beside = ({ store: { db, tables } }: ContextOptions, row: HeadedRow, sort: 'publishedAt' | '-publishedAt'): Promise<HeadedRow[]> => {
  const { articles } = tables
  const order = orderFrom(articles, sort, { direction: 'forward', instant: row.publishedAt, id: row.id })
  const condition = and(eq(articles.channelId, row.channelId), eq(articles.status, 'published'), order.condition)
  return Promise.resolve(
    db
      .select(summaryColumns(articles))
      .from(articles)
      .where(condition)
      .orderBy(...order.orderBy)
      .limit(1),
  )
}

/** The articles of the same channel published just before and just after. @throws {NotFound} or {Gone} */
export const getNeighbours = async (options: ContextOptions, id: string): Promise<ArticleNeighbours & { channelId: string }> => {
  const row = await getPublicRow(options, id)
  const [older, newer] = await Promise.all([beside(options, row, '-publishedAt'), beside(options, row, 'publishedAt')])
  const summaries = await toSummaries(options, [...older, ...newer])
  const find = (rows: HeadedRow[]) => summaries.find((summary) => summary.id === rows[0]?.id) ?? null
  return { previous: find(older), next: find(newer), channelId: row.channelId }
}
