import { and, asc, eq, inArray, type SQL, sql } from '../database/drizzle.ts'
import type { Analysis } from './analysis.ts'
import { type IndexedPlaces, selectIndexed } from './catch-up.ts'
import { inOrder } from './in-order.ts'
import { indexArticles, lastDocid } from './index-articles.ts'
import type { IndexEntry } from './index-entry.ts'
import type { SearchIndex } from './open-search-index.ts'
import { type WordChanges, writeWords } from './vocabulary.ts'

/** Where a rebuild stands: behind this article, in the order of publication. */
export type RebuildPosition = { publishedAt: number; id: string }

/** Analysed articles that follow one another, and the place of the last. */
export type RebuildBatch = { entries: IndexEntry[]; last: RebuildPosition }

/** The next articles to index behind a position, in the order of publication. */
export const selectNext = (places: IndexedPlaces, position: RebuildPosition, batch: number) => {
  const { articles } = places.tables
  const behind: SQL = sql`(${articles.publishedAt}, ${articles.id}) > (${position.publishedAt}, ${position.id})`
  return selectIndexed(places, and(eq(articles.status, 'published'), behind))
    .orderBy(asc(articles.publishedAt), asc(articles.id))
    .limit(batch)
}

type Rows = Awaited<ReturnType<typeof selectNext>>

async function* publishedFrom(
  index: SearchIndex,
  from: RebuildPosition,
  batch: number,
): AsyncGenerator<{ rows: Rows; last: RebuildPosition }> {
  for (let position = from; ; ) {
    const rows = await selectNext(index.committed, position, batch)
    const last = rows.at(-1)
    if (last === undefined) return
    position = { publishedAt: last.publishedAt, id: last.id }
    yield { rows, last: position }
  }
}

/** Published articles in the order of their publication, in batches; while one is written the next are analysed. */
export const analysedBatches = (
  index: SearchIndex,
  analysis: Analysis,
  from: RebuildPosition,
  batch: number,
): AsyncGenerator<RebuildBatch> =>
  inOrder(publishedFrom(index, from, batch), async ({ rows, last }) => ({ entries: await analysis.analyse(rows), last }), analysis.width)

/** What the entries were made of, where it is public still. */
const currentHashes = async ({ tables: { articles }, articles: db }: IndexedPlaces, ids: string[]): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: articles.id, channelId: articles.channelId, contentHash: articles.contentHash })
    .from(articles)
    .where(and(inArray(articles.id, ids), eq(articles.status, 'published')))
  return new Map(rows.map(({ id, channelId, contentHash }) => [id, `${channelId} ${contentHash}`]))
}

/**
 * Writes a batch, numbered in its order. What changed while it was analysed is left to the one who changed it: that entry
 * is newer.
 */
export const writeBatch = async (places: IndexedPlaces, { entries }: RebuildBatch): Promise<void> => {
  const hashes = await currentHashes(
    places,
    entries.map(({ id }) => id),
  )
  const words: WordChanges = new Map()
  const current = entries.filter((entry) => hashes.get(entry.id) === `${entry.channelId} ${entry.contentHash}`)
  indexArticles(places.index, current, words, lastDocid(places.index) + 1)
  writeWords(places.index, words)
}
