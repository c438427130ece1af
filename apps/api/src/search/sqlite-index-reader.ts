import type BetterSqlite from 'better-sqlite3'
import { type DocidList, intersect, subtract } from './docid-list.ts'
import { allOf, anyOf, type Expression } from './full-text-expression.ts'

/** The parts of the index: `words` knows words and characters, the others know what stands beside what. */
export type IndexPart = 'text' | 'title' | 'words'

/** What one part of the index is asked: all of `required`, none of `excluded`. */
export type PartQuery = { required: Expression[]; excluded: Expression[] }

/** From which end of time matches are read when there are too many. */
export type ReadingOrder = 'newestFirst' | 'oldestFirst'

const parts: readonly IndexPart[] = ['text', 'title', 'words']

const toExpression = ({ required, excluded }: PartQuery): Expression =>
  excluded.length === 0 ? allOf(required) : `${allOf(required)} NOT ${anyOf(excluded)}`

/** Spans of documents read one after another, each about four times the one before: most queries end in the first. */
const firstWindow = 25_000

/**
 * A number of a document, to be filled in. What comes from JavaScript is a real number for SQLite, and FTS5 passes over such bounds
 * without a word: it reads the whole list, and the condition is checked afterwards.
 */
const docid = 'CAST(? AS INTEGER)'

/** Which documents are counted, how far, and how many it may be. */
export type Counting = { before: number; limit: number; expected: number }

type NumberStatement = BetterSqlite.Statement<unknown[], number>

/** Statements that read one number from each row, prepared when they are first asked for. */
const createStatements = (connection: BetterSqlite.Database): ((sql: string) => NumberStatement) => {
  const statements = new Map<string, NumberStatement>()
  return (sql) => {
    const prepared = statements.get(sql) ?? connection.prepare<unknown[], number>(sql).pluck()
    statements.set(sql, prepared)
    return prepared
  }
}

/**
 * Counts older documents. Where at least as many as are counted are expected, it is asked first whether there are: that takes
 * two thirds of the time of counting them.
 */
const createCounter = (statement: (sql: string) => NumberStatement) => {
  const older = (part: IndexPart): string => `search_${part} WHERE search_${part} MATCH ? AND rowid < ${docid}`
  return (part: IndexPart, expression: Expression, { before, limit, expected }: Counting): number => {
    const reaching = `SELECT rowid FROM ${older(part)} LIMIT 1 OFFSET ?`
    if (expected >= limit && statement(reaching).get(expression, before, limit - 1) !== undefined) return limit
    return statement(`SELECT count(*) FROM (SELECT 1 FROM ${older(part)} LIMIT ?)`).get(expression, before, limit) ?? 0
  }
}

/** Reads lists of documents from the full-text tables of one connection. */
export const createIndexReader = (connection: BetterSqlite.Database) => {
  const statement = createStatements(connection)
  const count = createCounter(statement)
  const select = (part: IndexPart, condition: string, order: ReadingOrder) =>
    statement(
      `SELECT rowid FROM search_${part} WHERE search_${part} MATCH ? ${condition} ORDER BY rowid ${order === 'newestFirst' ? 'DESC' : 'ASC'} LIMIT ?`,
    )
  const newestFirst = (docids: number[], order: ReadingOrder): DocidList => (order === 'newestFirst' ? docids : docids.reverse())

  const read = (part: IndexPart, expression: Expression, limit: number, order: ReadingOrder = 'newestFirst'): DocidList =>
    newestFirst(select(part, '', order).all(expression, limit), order)

  const readWindow = (part: IndexPart, expression: Expression, from: number, to: number): DocidList =>
    select(part, `AND rowid BETWEEN ${docid} AND ${docid}`, 'newestFirst').all(expression, from, to, -1)

  /** The number of the document that stands `offset` documents inside the index, counted from the end that is read first. */
  const boundary = (offset: number, order: ReadingOrder): number | undefined =>
    statement(`SELECT docid FROM search_documents ORDER BY docid ${order === 'newestFirst' ? 'DESC' : 'ASC'} LIMIT 1 OFFSET ?`).get(offset)

  const findInWindow = (queries: ReadonlyMap<IndexPart, PartQuery>, from: number, to: number): DocidList => {
    const asked = parts.flatMap((part) => {
      const query = queries.get(part)
      return query ? [{ part, ...query }] : []
    })
    const wanted = asked.filter(({ required }) => required.length > 0)
    const found = intersect(wanted.map(({ part, required }) => readWindow(part, allOf(required), from, to)))
    return asked.reduce(
      (kept, { part, excluded }) => (excluded.length === 0 ? kept : subtract(kept, readWindow(part, anyOf(excluded), from, to))),
      found,
    )
  }

  /** Asks several parts at once, window by window, because no one statement can walk two full-text tables in step. */
  const readTogether = (queries: ReadonlyMap<IndexPart, PartQuery>, limit: number, order: ReadingOrder): DocidList => {
    const windows: DocidList[] = []
    let count = 0
    let edge = order === 'newestFirst' ? Number.MAX_SAFE_INTEGER : 0
    for (let size = firstWindow; count < limit; size *= 4) {
      const next = boundary(size, order)
      const open = order === 'newestFirst' ? 0 : Number.MAX_SAFE_INTEGER
      const [from, to] = order === 'newestFirst' ? [next ?? open, edge] : [edge, next ?? open]
      const found = findInWindow(queries, from, to)
      windows.push(found)
      count += found.length
      if (next === undefined) break
      edge = order === 'newestFirst' ? next - 1 : next + 1
    }
    const all = (order === 'newestFirst' ? windows : windows.reverse()).flat()
    return order === 'newestFirst' ? all.slice(0, limit) : all.slice(-limit)
  }

  const askedOf = (queries: ReadonlyMap<IndexPart, PartQuery>): [IndexPart, PartQuery][] =>
    [...queries].filter(([, { required, excluded }]) => required.length + excluded.length > 0)

  return {
    read,
    /** The documents among a few of which an expression is true: one look for each, however long the lists of the index are. */
    readAmong(part: IndexPart, expression: Expression, docids: DocidList): DocidList {
      const find = statement(`SELECT rowid FROM search_${part} WHERE search_${part} MATCH ? AND rowid = ${docid}`)
      return docids.filter((docid) => find.get(expression, docid) !== undefined)
    },
    /** The newest documents of which an expression is true, none older than `from`. */
    readFrom: (part: IndexPart, expression: Expression, from: number, limit: number): DocidList =>
      select(part, `AND rowid >= ${docid}`, 'newestFirst').all(expression, from, limit),
    /** How many documents older than `before` all parts agree on, counted up to `limit`; null when that takes reading them. */
    countOlder(queries: ReadonlyMap<IndexPart, PartQuery>, counting: Counting): number | null {
      const [only, ...others] = askedOf(queries)
      return only === undefined || others.length > 0 ? null : count(only[0], toExpression(only[1]), counting)
    },
    /** The documents all parts agree on, newest first, at most `limit`. */
    readAll(queries: ReadonlyMap<IndexPart, PartQuery>, limit: number, order: ReadingOrder): DocidList {
      const asked = askedOf(queries)
      const [only] = asked
      if (only !== undefined && asked.length === 1) return read(only[0], toExpression(only[1]), limit, order)
      return readTogether(new Map(asked), limit, order)
    },
  }
}
export type IndexReader = ReturnType<typeof createIndexReader>
