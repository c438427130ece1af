import type { ArticleNeighbours } from '@gazette/schema/list'
import type { ContextOptions } from './article-context.ts'
import { getPublicRow, type HeadedRow, toSummaries } from './article-read.ts'
import { articleStatements } from './article-statements.ts'

/** The rows of the articles of the same channel published just before and just after. */
export const readNeighbours = async (
  { store }: ContextOptions,
  { channelId, publishedAt, id }: HeadedRow,
): Promise<{ previous: HeadedRow | undefined; next: HeadedRow | undefined }> => {
  const { previous, next } = articleStatements(store)
  const position = { channelId, publishedAt, id }
  const [[older], [newer]] = await Promise.all([previous.execute(position), next.execute(position)])
  return { previous: older, next: newer }
}

/** The articles of the same channel published just before and just after. @throws {NotFound} or {Gone} */
export const getNeighbours = async (options: ContextOptions, id: string): Promise<ArticleNeighbours & { channelId: string }> => {
  const row = await getPublicRow(options, id)
  const { previous, next } = await readNeighbours(options, row)
  const summaries = await toSummaries(
    options,
    [previous, next].filter((found) => found !== undefined),
  )
  const find = (found: HeadedRow | undefined) => summaries.find((summary) => summary.id === found?.id) ?? null
  return { previous: find(previous), next: find(next), channelId: row.channelId }
}
