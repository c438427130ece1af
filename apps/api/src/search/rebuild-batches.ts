import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Analysis } from './analysis-threads.ts'
import { type IndexedPlaces, selectIndexed } from './catch-up.ts'
import { indexArticle, lastDocid } from './index-article.ts'
import type { IndexEntry } from './index-entry.ts'
import type { SearchIndex } from './open-search-index.ts'

/** Where a rebuild stands: behind this article, in the order of publication. */
export type RebuildPosition = { publishedAt: number; id: string }

/** Analysed articles that follow one another, and the place of the last. */
export type RebuildBatch = { entries: IndexEntry[]; last: RebuildPosition }

const readNext = async (index: SearchIndex, position: RebuildPosition, batch: number) =>
  index.withTransaction(async (places) => {
    const { articles } = places.tables
    const behind: SQL = sql`(${articles.publishedAt}, ${articles.id}) > (${position.publishedAt}, ${position.id})`
    return selectIndexed(places, and(eq(articles.status, 'published'), behind))
      .orderBy(asc(articles.publishedAt), asc(articles.id))
      .limit(batch)
  })

/** Published articles in the order of their publication, in batches; while one is written the next are analysed. */
export async function* analysedBatches(
  index: SearchIndex,
  analysis: Analysis,
  from: RebuildPosition,
  batch: number,
): AsyncGenerator<RebuildBatch> {
  const inWork: Promise<RebuildBatch>[] = []
  let position: RebuildPosition | null = from
  while (position !== null || inWork.length > 0) {
    while (position !== null && inWork.length <= analysis.width) {
      const rows: Awaited<ReturnType<typeof readNext>> = await readNext(index, position, batch)
      const last = rows.at(-1)
      position = last ? { publishedAt: last.publishedAt, id: last.id } : null
      if (position !== null) {
        const done = position
        const analysing = analysis.analyse(rows).then((entries) => ({ entries, last: done }))
        // It is awaited in its turn; until then a failure has to wait too.
        analysing.catch(() => undefined)
        inWork.push(analysing)
      }
    }
    const next = inWork.shift()
    if (next) yield await next
  }
}

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
  let docid = lastDocid(places.index)
  for (const entry of entries) {
    if (hashes.get(entry.id) !== `${entry.channelId} ${entry.contentHash}`) continue
    docid += 1
    indexArticle(places.index, entry, docid)
  }
}
