import type { ArticleKind } from '@gazette/schema/article-content'
import type BetterSqlite from 'better-sqlite3'
import type { DocidList } from './docid-list.ts'
import type { FacetFacts } from './search-engine.ts'

type Row = [docid: number, kind: ArticleKind, channelId: string, publishedAt: number, source: string | null, topics: string]

/** Documents remembered at most. About 30 MB. */
const rememberedMaximum = 300_000
/** Of them the newest are asked for by nearly every search, and stay when there is no more room. */
const newestKept = 50_000

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
  /** Channels, kinds and sources are few: each is kept once, and not with every document. */
  const kinds = new Map<ArticleKind, ArticleKind>()
  const channels = new Map<string, string>()
  const sources = new Map<string | null, string | null>()
  let facts = new Map<number, FacetFacts>()
  let version = selectVersion.get()

  const topicsOf = (json: string): string[] => {
    const known = topicLists.get(json)
    if (known) return known
    const topics = JSON.parse(json) as string[]
    topicLists.set(json, topics)
    return topics
  }
  const once = <Name extends string | null>(names: Map<Name, Name>, name: Name): Name => {
    const known = names.get(name)
    if (known !== undefined) return known
    names.set(name, name)
    return name
  }
  const forget = (): void => {
    facts = new Map()
    for (const names of [kinds, channels, sources]) names.clear()
    topicLists.clear()
    topicLists.set('[]', noTopics)
  }
  const forgetOlder = (): void => {
    let newest = 0
    for (const docid of facts.keys()) newest = Math.max(newest, docid)
    for (const docid of facts.keys()) if (docid <= newest - newestKept) facts.delete(docid)
  }

  return (docids) => {
    const current = selectVersion.get()
    if (current !== version) forget()
    else if (facts.size > rememberedMaximum) forgetOlder()
    version = current
    const unknown = docids.filter((docid) => !facts.has(docid))
    if (unknown.length === 0) return facts
    for (const [docid, kind, channelId, publishedAt, source, topics] of select.all(JSON.stringify(unknown))) {
      const few = { kind: once(kinds, kind), channelId: once(channels, channelId), source: once(sources, source) }
      facts.set(docid, { ...few, publishedAt, topics: topicsOf(topics) })
    }
    return facts
  }
}
