import type { ArticleKind } from '@gazette/schema/article-content'
import type BetterSqlite from 'better-sqlite3'
import type { DocidList } from './docid-list.ts'
import type { FacetFacts } from './search-engine.ts'

type Row = [docid: number, kind: ArticleKind, channelId: string, publishedAt: number, source: string | null, topics: string]

/** Documents remembered at most: the newest ones are asked for by nearly every search. About 20 MB. */
const rememberedMaximum = 100_000

const noTopics: string[] = []

/**
 * Reads what ranking and facets need to know of documents, and remembers it until the database changes: a search looks at
 * thousands of documents, and most of them are those the search before it looked at.
 */
export const createFactsReader = (connection: BetterSqlite.Database): ((docids: DocidList) => ReadonlyMap<number, FacetFacts>) => {
  const select = connection
    .prepare<[string], Row>(
      `SELECT d.docid, d.kind, d.channel_id, d.published_at, d.source, d.topics
       FROM json_each(?) AS wanted JOIN search_documents AS d ON d.docid = wanted.value`,
    )
    .raw()
  // Moves when another connection has committed.
  const selectVersion = connection.prepare<[], number>('PRAGMA data_version').pluck()
  const topicLists = new Map<string, string[]>([['[]', noTopics]])
  let facts = new Map<number, FacetFacts>()
  let version = selectVersion.get()

  const topicsOf = (json: string): string[] => {
    const known = topicLists.get(json)
    if (known) return known
    const topics = JSON.parse(json) as string[]
    topicLists.set(json, topics)
    return topics
  }
  const forget = (): void => {
    facts = new Map()
    topicLists.clear()
    topicLists.set('[]', noTopics)
  }

  return (docids) => {
    const current = selectVersion.get()
    if (current !== version || facts.size > rememberedMaximum) forget()
    version = current
    const unknown = docids.filter((docid) => !facts.has(docid))
    if (unknown.length === 0) return facts
    for (const [docid, kind, channelId, publishedAt, source, topics] of select.all(JSON.stringify(unknown))) {
      facts.set(docid, { kind, channelId, publishedAt, source, topics: topicsOf(topics) })
    }
    return facts
  }
}
