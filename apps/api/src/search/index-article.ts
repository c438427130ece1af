import type { Database } from '../database/store.ts'
import type { IndexEntry } from './index-entry.ts'
import { prepared } from './prepared.ts'
import { addWords, removeWords } from './vocabulary.ts'

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

const insertRow = (index: Database, docid: number, entry: IndexEntry, vocabulary: string): void => {
  const { id, contentHash, publishedAt, channelId, kind, source, topics } = entry
  const sql = `INSERT INTO search_documents (docid, article_id, content_hash, published_at, channel_id, kind, source, topics, vocabulary)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  prepared(index, sql).run(docid, id, contentHash, publishedAt, channelId, kind, source, JSON.stringify(topics), vocabulary)
}

/**
 * Makes an article findable, in the transaction that makes it public; what was known of it before is replaced.
 * @param docid a number of one's own choice, for those who rebuild the index in order
 */
export const indexArticle = (index: Database, entry: IndexEntry, docid?: number): void => {
  const known = findRow(index, entry.id)
  const vocabulary = JSON.stringify(entry.vocabulary)
  if (known) removeRow(index, known.docid)
  const keepsPlace = docid === undefined && known?.published_at === entry.publishedAt
  const number = docid ?? (keepsPlace ? known.docid : chooseDocid(index, entry.publishedAt))
  for (const part of parts) prepared(index, `INSERT INTO search_${part} (rowid, terms) VALUES (?, ?)`).run(number, entry.terms[part])
  insertRow(index, number, entry, vocabulary)
  if (known?.vocabulary === vocabulary) return
  addWords(index, entry.vocabulary)
  if (known) removeWords(index, JSON.parse(known.vocabulary) as string[])
}

/** Takes an article out of search, in the transaction that takes it from the public. One that is not there is no error. */
export const unindexArticle = (index: Database, id: string): void => {
  const known = findRow(index, id)
  if (!known) return
  removeRow(index, known.docid)
  removeWords(index, JSON.parse(known.vocabulary) as string[])
}
