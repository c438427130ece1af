import { existsSync, renameSync } from 'node:fs'
import type { ArticleContent } from '@gazette/schema/article-content'
import BetterSqlite from 'better-sqlite3'
import { blockTexts } from '../../src/articles/block-text.ts'
import { splitQuery } from '../../src/search/split-query.ts'

const publicArticles = `SELECT a.id, a.published_at AS publishedAt, r.content FROM articles AS a
  JOIN revisions AS r ON a.id = r.article_id AND a.published_revision = r.number
  WHERE a.status = 'published' ORDER BY a.published_at, a.id`

const makeTable = (path: string, target: string): void => {
  const source = new BetterSqlite(path, { readonly: true })
  const db = new BetterSqlite(target)
  db.pragma('synchronous = OFF')
  db.exec('CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT, published_at INTEGER, title TEXT, text TEXT)')
  const insert = db.prepare('INSERT INTO articles (id, published_at, title, text) VALUES (?, ?, ?, ?)')
  db.exec('BEGIN')
  for (const row of source.prepare<[], { id: string; publishedAt: number; content: string }>(publicArticles).iterate()) {
    const article = JSON.parse(row.content) as ArticleContent
    const text = [article.subtitle ?? '', article.summary, ...blockTexts(article.body)].join('\n')
    insert.run(row.id, row.publishedAt, article.title, text)
  }
  db.exec('COMMIT')
  source.close()
  db.close()
}

type Row = { id: string; total: number }

const toAnswer = (rows: readonly Row[]): LikeAnswer => ({ ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 })

const titleOrText = '(title LIKE ? OR text LIKE ?)'

/** The first twenty of what is found, and how much there is. */
export type LikeAnswer = { ids: string[]; total: number }

type Patterns = { included: string[]; excluded: string[] }

const toPatterns = (query: string): Patterns => {
  const pieces = splitQuery(query)
  const patternsOf = (excluded: boolean) => pieces.filter((piece) => piece.excluded === excluded).map(({ text }) => `%${text}%`)
  return { included: patternsOf(false), excluded: patternsOf(true) }
}

export type LikeSearch = { find(query: string): LikeAnswer; close(): void }

const mappedBytes = 4_294_967_296

/**
 * Search by LIKE at its best: plain text in a table of its own that holds nothing else and nothing unpublished, mapped into
 * memory. It answers what a search answers: titles that say it first, then the newest, with the total (as WordPress asks).
 * @param path the database; the table is kept beside it
 */
export const openLike = (path: string): LikeSearch => {
  const target = path.replace(/\.db$/, '-like.db')
  if (!existsSync(target)) {
    makeTable(path, `${target}.part`)
    renameSync(`${target}.part`, target)
  }
  const db = new BetterSqlite(target, { readonly: true })
  db.pragma(`mmap_size = ${mappedBytes}`)
  return {
    find(query) {
      const { included, excluded } = toPatterns(query)
      const conditions = [...included.map(() => titleOrText), ...excluded.map(() => `NOT ${titleOrText}`)].join(' AND ')
      const inTitle = included.map(() => 'title LIKE ?').join(' AND ')
      const rows = db
        .prepare<string[], Row>(
          `SELECT id, count(*) OVER () AS total FROM articles WHERE ${conditions} ORDER BY (${inTitle}) DESC, number DESC LIMIT 20`,
        )
        .all(...[...included, ...excluded].flatMap((pattern) => [pattern, pattern]), ...included)
      return toAnswer(rows)
    },
    close: () => void db.close(),
  }
}

/**
 * Search by LIKE as content systems do it: over the articles as they are stored, newest first, with the total. Nothing is kept
 * for search, and nothing has to be.
 */
export const openStoredLike = (path: string): LikeSearch => {
  const db = new BetterSqlite(path, { readonly: true })
  db.pragma(`mmap_size = ${mappedBytes}`)
  return {
    find(query) {
      const { included, excluded } = toPatterns(query)
      const conditions = [...included.map(() => 'r.content LIKE ?'), ...excluded.map(() => 'r.content NOT LIKE ?')].join(' AND ')
      const rows = db
        .prepare<string[], Row>(
          `SELECT a.id, count(*) OVER () AS total FROM articles AS a
           JOIN revisions AS r ON a.id = r.article_id AND a.published_revision = r.number
           WHERE a.status = 'published' AND ${conditions} ORDER BY a.published_at DESC LIMIT 20`,
        )
        .all(...included, ...excluded)
      return toAnswer(rows)
    },
    close: () => void db.close(),
  }
}
