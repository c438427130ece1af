import type { ArticleSummary } from '@gazette/schema/article'
import type { Change } from '@gazette/schema/change'
import type { ContextOptions } from '../articles/article-context.ts'
import { toSummaries } from '../articles/article-read.ts'
import { summaryColumns } from '../articles/summary-columns.ts'
import { and, asc, gt, inArray } from '../database/drizzle.ts'
import type { Tables } from '../database/store.ts'
import { toZonedInstant } from '../time-zone.ts'

type ChangeRow = Tables['changes']['$inferSelect']

const readArticles = async (options: ContextOptions, rows: readonly ChangeRow[]): Promise<Map<string, ArticleSummary>> => {
  const ids = [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))]
  if (ids.length === 0) return new Map()
  const { db, tables } = options.store
  const isPublic = and(inArray(tables.articles.id, ids), inArray(tables.articles.status, ['published', 'withdrawn']))
  const found = await db.select(summaryColumns(tables.articles)).from(tables.articles).where(isPublic)
  return new Map((await toSummaries(options, found)).map((summary) => [summary.id, summary]))
}

const toChange = (row: ChangeRow, articles: ReadonlyMap<string, ArticleSummary>, timeZone: string): Change => {
  const article = row.articleId === null ? undefined : articles.get(row.articleId)
  return {
    id: String(row.sequence),
    type: row.type,
    at: toZonedInstant(row.at, timeZone),
    ...(row.articleId === null ? {} : { articleId: row.articleId }),
    ...(row.channelId === null ? {} : { channelId: row.channelId }),
    ...(row.previousChannelId === null ? {} : { previousChannelId: row.previousChannelId }),
    ...(article ? { article } : {}),
  }
}

export type ChangePage = { changes: Change[]; lastSequence: number }

/** What was committed after `sequence`, in the order of commits. Articles are shown as they are now. */
export const listChanges = async (options: ContextOptions, sequence: number, limit: number): Promise<ChangePage> => {
  const { db, tables } = options.store
  const rows = await db
    .select()
    .from(tables.changes)
    .where(gt(tables.changes.sequence, sequence))
    .orderBy(asc(tables.changes.sequence))
    .limit(limit)
  const articles = await readArticles(options, rows)
  return { changes: rows.map((row) => toChange(row, articles, options.timeZone)), lastSequence: rows.at(-1)?.sequence ?? sequence }
}
