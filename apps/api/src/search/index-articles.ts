import type { Database } from '../database/store.ts'
import type { IndexEntry } from './index-entry.ts'
import { prepared } from './prepared.ts'
import { noteWords, type WordChanges } from './vocabulary.ts'

type DocumentRow = { docid: number; published_at: number; vocabulary: string }

// Leaves room for older articles below the first, and numbers small enough to pack well.
const firstDocid = 1_000_000

/** The greatest number in use; 0 in an empty index. */
export const lastDocid = (index: Database): number =>
  (prepared(index, 'SELECT max(docid) AS docid FROM search_documents').get() as { docid: number | null }).docid ?? 0

const docidBeside = (index: Database, publishedAt: number): number => {
  const newestOlder = 'SELECT docid FROM search_documents WHERE published_at <= ? ORDER BY published_at DESC, docid DESC LIMIT 1'
  const older = prepared(index, newestOlder).get(publishedAt) as { docid: number } | undefined
  if (older) return older.docid + 1
  const first = prepared(index, 'SELECT min(docid) AS docid FROM search_documents').get() as { docid: number | null }
  return first.docid === null ? firstDocid : first.docid - 1
}

/**
 * A free number for a document: the one behind the next older document, so that numbers rise with the time of publication;
 * where that is taken (articles of the past arriving late) the next at the end, until a rebuild puts all in order.
 */
const chooseDocid = (index: Database, publishedAt: number): number => {
  const wanted = docidBeside(index, publishedAt)
  const taken = prepared(index, 'SELECT 1 FROM search_documents WHERE docid = ?').get(wanted)
  return taken === undefined && wanted > 0 ? wanted : Math.max(lastDocid(index), firstDocid) + 1
}

const findRow = (index: Database, id: string): DocumentRow | undefined =>
  prepared(index, 'SELECT docid, published_at, vocabulary FROM search_documents WHERE article_id = ?').get(id) as DocumentRow | undefined

const parts = ['text', 'title', 'words'] as const

const removeRow = (index: Database, docid: number): void => {
  for (const part of parts) prepared(index, `DELETE FROM search_${part} WHERE rowid = ?`).run(docid)
  prepared(index, 'DELETE FROM search_documents WHERE docid = ?').run(docid)
}

const insertRow = (index: Database, docid: number, entry: IndexEntry): void => {
  const { id, contentHash, publishedAt, channelId, kind, source, topics, vocabulary } = entry
  const sql = `INSERT INTO search_documents (docid, article_id, content_hash, published_at, channel_id, kind, source, topics, vocabulary)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const lists = [JSON.stringify(topics), JSON.stringify(vocabulary)]
  prepared(index, sql).run(docid, id, contentHash, publishedAt, channelId, kind, source, ...lists)
}

const byDocid = (a: { docid: number }, b: { docid: number }): number => a.docid - b.docid

/** Removes what is known of articles. @returns it, by article */
const removeKnown = (index: Database, ids: readonly string[], words: WordChanges): Map<string, DocumentRow> => {
  const known = new Map<string, DocumentRow>()
  for (const id of ids) {
    const row = findRow(index, id)
    if (row) known.set(id, row)
  }
  for (const { docid, vocabulary } of [...known.values()].sort(byDocid)) {
    removeRow(index, docid)
    noteWords(words, JSON.parse(vocabulary) as string[], -1)
  }
  return known
}

type Numbered = { entry: IndexEntry; docid: number }

const keepNumbers = (index: Database, entries: readonly IndexEntry[], known: ReadonlyMap<string, DocumentRow>): Numbered[] => {
  const numbered: Numbered[] = []
  const add = (entry: IndexEntry, docid: number): void => {
    insertRow(index, docid, entry)
    numbered.push({ entry, docid })
  }
  const keepsPlace = ({ id, publishedAt }: IndexEntry): boolean => known.get(id)?.published_at === publishedAt
  // Before anybody else takes their places.
  for (const entry of entries) if (keepsPlace(entry)) add(entry, known.get(entry.id)?.docid ?? 0)
  for (const entry of entries) if (!keepsPlace(entry)) add(entry, chooseDocid(index, entry.publishedAt))
  return numbered
}

const numberInOrder = (index: Database, entries: readonly IndexEntry[], first: number): Numbered[] =>
  entries.map((entry, place) => {
    insertRow(index, first + place, entry)
    return { entry, docid: first + place }
  })

/**
 * Makes articles findable, in the transaction that makes them public; what was known of them before is replaced.
 * All are removed before any is added, in the order of their numbers: FTS5 ends a segment whenever the numbers go back.
 * @param words where the change of their words is noted; the caller writes it before the transaction ends
 * @param first the number of the first, for those who rebuild the index in order
 */
export const indexArticles = (index: Database, entries: readonly IndexEntry[], words: WordChanges, first?: number): void => {
  const ids = entries.map(({ id }) => id)
  const known = removeKnown(index, ids, words)
  const numbered = first === undefined ? keepNumbers(index, entries, known) : numberInOrder(index, entries, first)
  for (const { entry, docid } of numbered.sort(byDocid)) {
    for (const part of parts) {
      // UTF-8 is what the tables take; made so on another thread, it is neither joined nor converted on this one.
      prepared(index, `INSERT INTO search_${part} (rowid, terms) VALUES (?, CAST(? AS TEXT))`).run(docid, entry.terms[part])
    }
    noteWords(words, entry.vocabulary, 1)
  }
}

/** Takes articles out of search, in the transaction that takes them from the public. One that is not there is no error. */
export const unindexArticles = (index: Database, ids: readonly string[], words: WordChanges): void => void removeKnown(index, ids, words)
