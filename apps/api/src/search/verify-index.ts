import { and, asc, eq, gt, sql } from '../database/drizzle.ts'
import type { Analyser } from './analyser.ts'
import type { IndexedPlaces } from './catch-up.ts'
import { findDamage } from './index-damage.ts'
import type { SearchIndex } from './open-search-index.ts'
import { readState } from './search-state.ts'

/** How the index differs from the articles; all empty when it does not. Of a damaged index nothing else is told. */
export type IndexReport = {
  /** Published, and not in the index. */
  missing: string[]
  /** In the index, and not published. */
  extra: string[]
  /** In the index with another content, channel or time. */
  stale: string[]
  /** Published articles that were looked at. */
  articles: number
  /** Whether another analyser made the index: a rebuild is due. */
  isOutdated: boolean
  /** What is wrong inside the index, in the words of the database; null when it is sound. */
  damage: string | null
}

type Entry = { id: string; contentHash: string; channelId: string; publishedAt: number }

const pageSize = 1_000

/** Published articles behind an id, as the index should know them. */
export const selectPublished = ({ tables: { articles }, articles: db }: Pick<IndexedPlaces, 'tables' | 'articles'>, after: string) =>
  db
    .select({ id: articles.id, contentHash: articles.contentHash, channelId: articles.channelId, publishedAt: articles.publishedAt })
    .from(articles)
    .where(and(eq(articles.status, 'published'), gt(articles.id, after)))
    .orderBy(asc(articles.id))
    .limit(pageSize)

async function* published({ committed }: SearchIndex): AsyncGenerator<Entry> {
  for (let after = ''; ; ) {
    const rows: Entry[] = await selectPublished(committed, after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

const readEntries = (index: SearchIndex): Map<string, Entry> => {
  const rows = index.committed.index.all<Entry>(
    sql`SELECT article_id AS "id", content_hash AS "contentHash", channel_id AS "channelId", published_at AS "publishedAt" FROM search_documents`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Lets the database look for damage inside the index; compares it with the articles, entry by entry, when there is none. */
export const verifyIndex = async (index: SearchIndex, analyser: Analyser): Promise<IndexReport> => {
  const damage = findDamage(index.path)
  const report: IndexReport = { missing: [], extra: [], stale: [], articles: 0, isOutdated: false, damage }
  if (damage !== null) return report
  const entries = readEntries(index)
  for await (const { id, contentHash, channelId, publishedAt } of published(index)) {
    report.articles += 1
    const entry = entries.get(id)
    entries.delete(id)
    if (entry === undefined) report.missing.push(id)
    else if (entry.contentHash !== contentHash || entry.channelId !== channelId || entry.publishedAt !== publishedAt) report.stale.push(id)
  }
  report.extra = [...entries.keys()]
  report.isOutdated = readState(index.committed.index, 'analyser') !== analyser.version
  return report
}
