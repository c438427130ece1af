import type { SearchHit } from '@gazette/schema/search'
import type { ContextOptions } from '../articles/article-context.ts'
import { toSummaries } from '../articles/article-read.ts'
import { summaryColumns } from '../articles/summary-columns.ts'
import { and, eq, inArray } from '../database/drizzle.ts'
import type { Phrase } from './analyse-text.ts'
import type { Highlights } from './highlight-articles.ts'
import type { EngineMatch } from './search-engine.ts'

type Highlight = (contents: string[], phrases: Phrase[]) => Promise<Highlights[]>

/**
 * The articles that were found, in their order, with what to show of them. One that was taken from the public a moment ago
 * is left out: the articles themselves have the last word.
 */
export const readHits = async (
  options: ContextOptions,
  matches: readonly EngineMatch[],
  phrases: Phrase[],
  highlight: Highlight,
): Promise<SearchHit[]> => {
  if (matches.length === 0) return []
  const { db, tables } = options.store
  const { articles, revisions } = tables
  const ids = matches.map(({ articleId }) => articleId)
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  const rows = await db
    .select({ ...summaryColumns(articles), content: revisions.content })
    .from(articles)
    .innerJoin(revisions, isPublic)
    .where(and(inArray(articles.id, ids), eq(articles.status, 'published')))
  const contents = rows.map(({ content }) => content)
  const [summaries, highlights] = await Promise.all([toSummaries(options, rows), highlight(contents, phrases)])
  const byId = new Map(
    summaries.map((article, index) => [article.id, { article, highlights: highlights[index] ?? { title: [], body: [] } }]),
  )
  return matches.flatMap(({ articleId, key }) => {
    const found = byId.get(articleId)
    // Those that are only ordered by age have a key and no score.
    return found ? [{ ...found, score: Math.max(key, 0) }] : []
  })
}
