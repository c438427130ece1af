import { createHash } from 'node:crypto'
import { inArray } from '../database/drizzle.ts'
import type { Database } from '../database/store.ts'
import type { Writing } from '../publishing/article-writer.ts'
import type { CorpusRows } from './corpus-rows.ts'

// SQLite takes 32,766 parameters a statement, PostgreSQL 65,535; larger statements are not faster.
const parametersMaximum = 4_000

const insertRows = async <Row extends Record<string, unknown>>(
  rows: readonly Row[],
  insert: (rows: Row[]) => PromiseLike<unknown>,
): Promise<void> => {
  const size = Math.max(1, Math.floor(parametersMaximum / Object.keys(rows[0] ?? { none: 0 }).length))
  for (let start = 0; start < rows.length; start += size) await insert(rows.slice(start, start + size))
}

/** An id that the same name has in every run. */
const personId = (name: string): string => BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 20)}`).toString(36)

/** Who has which id, remembered over the batches of a run. */
export type KnownPeople = Map<string, string>

const insertPeople = async ({ tables: { people }, db }: Writing, known: KnownPeople, named: CorpusRows['people']): Promise<void> => {
  const names = [...new Set(named.map(({ name }) => name))].filter((name) => !known.has(name))
  await insertRows(
    names.map((name) => ({ id: personId(name), name })),
    (rows) => db.insert(people).values(rows).onConflictDoNothing(),
  )
  if (names.length === 0) return
  // Somebody may have been there before under an id of their own.
  for (const { id, name } of await db.select().from(people).where(inArray(people.name, names))) known.set(name, id)
}

const insertTopics = async ({ tables: { topics }, db }: Writing, named: ReadonlyMap<string, string>): Promise<void> =>
  insertRows(
    Array.from(named, ([slug, name]) => ({ slug, name })),
    (rows) => db.insert(topics).values(rows).onConflictDoNothing(),
  )

/** Ids that the database has already. */
export const findStored = async (
  { tables: { articles } }: Pick<Writing, 'tables'>,
  db: Database,
  ids: readonly string[],
): Promise<Set<string>> => {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

/** Writes the rows of a batch; the change log in the order they have. */
export const insertCorpusRows = async (writing: Writing, known: KnownPeople, rows: CorpusRows): Promise<void> => {
  const { tables, db } = writing
  await insertPeople(writing, known, rows.people)
  await insertTopics(writing, rows.topics)
  await insertRows(rows.articles, (some) => db.insert(tables.articles).values(some))
  await insertRows(rows.revisions, (some) => db.insert(tables.revisions).values(some))
  await insertRows(rows.articleTopics, (some) => db.insert(tables.articleTopics).values(some))
  const parts = rows.people.map(({ articleId, name, part }) => ({ articleId, personId: known.get(name) ?? personId(name), part }))
  await insertRows(parts, (some) => db.insert(tables.articlePeople).values(some))
  await insertRows(rows.changes, (some) => db.insert(tables.changes).values(some))
}
