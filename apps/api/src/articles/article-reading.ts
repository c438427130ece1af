import { dependencies } from '@gazette/schema/change-dependencies'
import { ArticleSurroundings } from '@gazette/schema/reading'
import type { FoundDocument } from '../plugins/answers.ts'
import type { ApiContext } from '../plugins/api-context.ts'
import { jsonType, serialize } from '../plugins/serialize.ts'
import { viewsLifetimeSeconds } from '../views/read-views.ts'
import { readArticleDocument } from './article-document.ts'
import { readNeighbours } from './article-neighbours.ts'
import { getPublicRow, type HeadedRow, toSummaries } from './article-read.ts'
import { articleStatements } from './article-statements.ts'
import { dependenciesOfArticles, dependenciesOfList } from './list-dependencies.ts'
import { readRelated } from './related-articles.ts'

const readSurroundings = async (context: ApiContext, row: HeadedRow, relatedMaximum: number): Promise<ArticleSurroundings> => {
  const { id } = row
  const [relatedRows, beside, [counted]] = await Promise.all([
    readRelated(context, row, relatedMaximum),
    readNeighbours(context, row),
    articleStatements(context.store).views.execute({ id }),
  ])
  const rows = [...relatedRows, beside.previous, beside.next].filter((found) => found !== undefined)
  const byId = new Map((await toSummaries(context, rows)).map((summary) => [summary.id, summary]))
  const find = (found: HeadedRow | undefined) => (found && byId.get(found.id)) ?? null
  return {
    related: relatedRows.flatMap((found) => find(found) ?? []),
    previous: find(beside.previous),
    next: find(beside.next),
    views: (counted?.views ?? 0) + context.viewCounter.pending(id),
  }
}

/**
 * The answer about one article and what stands around it. The article is set in as the bytes of its own answer, which have passed
 * its schema already.
 * @throws {NotFound} when there is none @throws {Gone} with the reason once it is removed
 */
export const readArticleReading = async (context: ApiContext, id: string, relatedMaximum: number): Promise<FoundDocument> => {
  const row = await getPublicRow(context, id)
  const [article, around] = await Promise.all([readArticleDocument(context, id, 'blocks'), readSurroundings(context, row, relatedMaximum)])
  const rest = serialize(ArticleSurroundings, around).slice(1)
  return {
    body: Buffer.concat([Buffer.from('{"article":'), Buffer.from(article), Buffer.from(`,${rest}`)]),
    contentType: jsonType,
    dependencies: [
      ...dependenciesOfList(null),
      dependencies.listOf(row.channelId),
      dependencies.article(id),
      ...dependenciesOfArticles([...around.related, around.previous, around.next]),
    ],
    lifetimeSeconds: viewsLifetimeSeconds,
  }
}
