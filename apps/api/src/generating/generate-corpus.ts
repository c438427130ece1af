import { readChannelTree } from '../channels/channel-queries.ts'
import type { ChannelTree } from '../channels/channel-tree.ts'
import type { Store } from '../database/store.ts'
import { Invalid } from '../errors.ts'
import type { Writing } from '../publishing/article-writer.ts'
import { createExampleChannels } from '../sample-content/load-sample-content.ts'
import { type Corpus, createCorpus, type GeneratedArticle } from './corpus.ts'
import { toCorpusRows } from './corpus-rows.ts'
import { findStored, insertCorpusRows, type KnownPeople } from './insert-corpus-rows.ts'

const batchArticles = 1_000

export type GenerateOptions = {
  store: Store
  articles: number
  seed: string
  /** When the newest article appears, milliseconds since 1970. */
  until: number
  timeZone: string
  /** Told after every batch how many articles are done. */
  onProgress?: (done: number) => void
}

export type GenerateResult = { created: number; existing: number }

// A channel that only holds others stays empty, as on a real site.
const fillable = (tree: ChannelTree): string[] =>
  tree.channels
    .filter(({ id }) => tree.childrenOf(id).length === 0)
    .toSorted((a, b) => (tree.path(a.id) < tree.path(b.id) ? -1 : 1))
    .map(({ id }) => id)

const findOrCreateChannels = async (store: Store, now: number): Promise<string[]> => {
  const found = fillable(await readChannelTree(store, store.db))
  if (found.length > 0) return found
  await store.withTransaction((db) => createExampleChannels({ tables: store.tables, db, now }))
  return fillable(await readChannelTree(store, store.db))
}

const batchOf = (corpus: Corpus, start: number, end: number): GeneratedArticle[] =>
  Array.from({ length: end - start }, (_, index) => corpus(start + index))

/** One transaction: a run that is broken off leaves whole batches, and goes on where it was. */
const writeBatch = async (writing: Writing, known: KnownPeople, articles: readonly GeneratedArticle[]): Promise<number> => {
  const stored = await findStored(
    writing,
    writing.db,
    articles.map(({ id }) => id),
  )
  const missing = articles.filter(({ id }) => !stored.has(id))
  if (missing.length > 0) await insertCorpusRows(writing, known, toCorpusRows(missing))
  return missing.length
}

/**
 * Writes a corpus of articles for tests and benchmarks, with the columns and changes that publishing them would have
 * written. The same numbers give the same articles; those that are there already stay.
 */
export const generateCorpus = async ({ store, articles, seed, until, timeZone, onProgress }: GenerateOptions): Promise<GenerateResult> => {
  const channelIds = await findOrCreateChannels(store, until)
  if (channelIds.length === 0) throw new Invalid('invalid-body', { detail: 'There is no channel to put articles into.' })
  const corpus = createCorpus({ articles, seed, until, timeZone, channelIds })
  const known: KnownPeople = new Map()
  let created = 0
  for (let start = 0; start < articles; start += batchArticles) {
    const end = Math.min(articles, start + batchArticles)
    const batch = batchOf(corpus, start, end)
    created += await store.withTransaction((db) => writeBatch({ tables: store.tables, db, now: until }, known, batch))
    onProgress?.(end)
  }
  return { created, existing: articles - created }
}
