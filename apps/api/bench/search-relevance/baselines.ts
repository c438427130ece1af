import BetterSqlite from 'better-sqlite3'

/** An article as the baselines see it. */
export type PlainArticle = { id: string; title: string; text: string; publishedAt: number }

/** Ids, best first. */
export type Ranker = (query: string) => string[]

const termsOf = (query: string): string[] => query.split(/\s+/u).filter((term) => term !== '')

/** What content systems do by default: every word somewhere by LIKE, newest first. */
export const createLikeRanker = (articles: readonly PlainArticle[]): Ranker => {
  const db = new BetterSqlite(':memory:')
  db.exec('CREATE TABLE articles (id TEXT, title TEXT, text TEXT, published_at INTEGER)')
  const insert = db.prepare('INSERT INTO articles VALUES (?, ?, ?, ?)')
  for (const { id, title, text, publishedAt } of articles) insert.run(id, title, text, publishedAt)
  return (query) => {
    const terms = termsOf(query)
    const conditions = terms.map(() => "(title LIKE ? ESCAPE '\\' OR text LIKE ? ESCAPE '\\')").join(' AND ')
    const patterns = terms.flatMap((term) => Array.from({ length: 2 }, () => `%${term.replaceAll(/[\\%_]/g, '\\$&')}%`))
    return db
      .prepare<string[], string>(`SELECT id FROM articles WHERE ${conditions} ORDER BY published_at DESC LIMIT 10`)
      .pluck()
      .all(...patterns)
  }
}

/** SQLite's own answer for languages without spaces: FTS5 with its trigram tokeniser, ranked by BM25, titles five times. */
export const createTrigramRanker = (articles: readonly PlainArticle[]): Ranker => {
  const db = new BetterSqlite(':memory:')
  db.exec("CREATE VIRTUAL TABLE articles USING fts5 (id UNINDEXED, title, text, tokenize = 'trigram')")
  const insert = db.prepare('INSERT INTO articles VALUES (?, ?, ?)')
  for (const { id, title, text } of articles) insert.run(id, title, text)
  const select = db
    .prepare<string, string>('SELECT id FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 0, 5, 1) LIMIT 10')
    .pluck()
  return (query) =>
    select.all(
      termsOf(query)
        .map((term) => `"${term.replaceAll('"', '""')}"`)
        .join(' AND '),
    )
}
