import { sql } from 'drizzle-orm'
import type { Database } from '../database/store.ts'
import type { Segmenter } from './create-segmenter.ts'
import { toIndexTerms } from './index-terms.ts'
import type { SearchDocument } from './search-document.ts'
import { addWords, removeWords, vocabularyOf } from './vocabulary.ts'

type DocumentRow = { docid: number; published_at: number; vocabulary: string }

// Leaves room for older articles below the first, and numbers small enough to pack well.
const firstDocid = 1_000_000

const docidBeside = (index: Database, publishedAt: number): number | undefined => {
  const older = index.get<{ docid: number } | undefined>(
    sql`SELECT docid FROM search_documents WHERE published_at <= ${publishedAt} ORDER BY published_at DESC, docid DESC LIMIT 1`,
  )
  if (older) return older.docid + 1
  const first = index.get<{ docid: number | null }>(sql`SELECT min(docid) AS docid FROM search_documents`)
  return first?.docid === null || first === undefined ? firstDocid : first.docid - 1
}

/**
 * A free number for a document: the one behind the next older document, so that numbers rise with the time of publication;
 * where that is taken (articles of the past arriving late) the next at the end, until a rebuild puts all in order.
 */
const chooseDocid = (index: Database, publishedAt: number): number => {
  const wanted = docidBeside(index, publishedAt) ?? firstDocid
  const taken = index.get(sql`SELECT 1 FROM search_documents WHERE docid = ${wanted}`)
  if (!taken && wanted > 0) return wanted
  const last = index.get<{ docid: number }>(sql`SELECT max(docid) AS docid FROM search_documents`)
  return (last?.docid ?? firstDocid) + 1
}

const findRow = (index: Database, id: string): DocumentRow | undefined =>
  index.get<DocumentRow | undefined>(sql`SELECT docid, published_at, vocabulary FROM search_documents WHERE article_id = ${id}`)

const parts = [sql.identifier('search_text'), sql.identifier('search_title'), sql.identifier('search_words')]

const removeTerms = (index: Database, docid: number): void => {
  for (const part of parts) index.run(sql`DELETE FROM ${part} WHERE rowid = ${docid}`)
}

/** What an article needs to be found by. `contentHash` is that of its public revision: it tells a stale entry. */
export type IndexedArticle = { document: SearchDocument; contentHash: string }

/**
 * Makes an article findable, in the transaction that makes it public; what was known of it before is replaced.
 * @param docid a number of one's own choice, for those who rebuild the index in order
 */
export const indexArticle = async (
  index: Database,
  { document, contentHash }: IndexedArticle,
  segmenter: Segmenter,
  docid?: number,
): Promise<void> => {
  const known = findRow(index, document.id)
  const words = vocabularyOf(document, segmenter)
  if (known) await unindexArticle(index, document.id)
  const keepsPlace = docid === undefined && known?.published_at === document.publishedAt
  const number = docid ?? (keepsPlace ? known.docid : chooseDocid(index, document.publishedAt))
  const terms = toIndexTerms(document, segmenter)
  index.run(sql`INSERT INTO search_text (rowid, terms) VALUES (${number}, ${terms.text})`)
  index.run(sql`INSERT INTO search_title (rowid, terms) VALUES (${number}, ${terms.title})`)
  index.run(sql`INSERT INTO search_words (rowid, terms) VALUES (${number}, ${terms.words})`)
  await addWords(index, words)
  index.run(sql`INSERT INTO search_documents (docid, article_id, content_hash, published_at, channel_id, kind, source, topics, vocabulary)
    VALUES (${number}, ${document.id}, ${contentHash}, ${document.publishedAt}, ${document.channelId}, ${document.kind}, ${document.source},
      ${JSON.stringify(document.topics.map(({ slug }) => slug))}, ${JSON.stringify(words)})`)
}

/** Takes an article out of search, in the transaction that takes it from the public. One that is not there is no error. */
export const unindexArticle = async (index: Database, id: string): Promise<void> => {
  const known = findRow(index, id)
  if (!known) return
  removeTerms(index, known.docid)
  await removeWords(index, JSON.parse(known.vocabulary) as string[])
  index.run(sql`DELETE FROM search_documents WHERE docid = ${known.docid}`)
}

/** The greatest number in use; 0 in an empty index. */
export const lastDocid = async (index: Database): Promise<number> =>
  index.get<{ docid: number | null }>(sql`SELECT max(docid) AS docid FROM search_documents`)?.docid ?? 0
