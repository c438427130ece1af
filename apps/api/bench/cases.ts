import Database from 'better-sqlite3'
import type { PeerRow } from './peers.ts'

/** One kind of answer that is measured. */
export type Case = {
  name: string
  title: string
  paths: readonly string[]
  headers: Record<string, string>
  status: 200 | 304
  /** What share of a bare Fastify route with a ready Buffer it is meant to reach. */
  goal: number
  peerRow: PeerRow
  /** The case whose bytes the bare routes send. */
  baseline: string
}

const newestReady = `
  SELECT articles.id, length(ready_articles.body) AS bytes FROM articles JOIN ready_articles ON ready_articles.article_id = articles.id
  WHERE status = 'published' ORDER BY published_at DESC, articles.id DESC LIMIT CAST(? AS INTEGER)`

type Ready = { id: string; bytes: number }

/** Past the server: asked for a thousand pages of a list, it would keep them, with all that each article in them depends on. */
const readNewest = (databaseFile: string, count: number): Ready[] => {
  const database = new Database(databaseFile, { readonly: true })
  try {
    return database.prepare<[number], Ready>(newestReady).all(count)
  } finally {
    database.close()
  }
}

/** The same articles, that of average length first: whoever answers with the first alone sends as much as who answers with all. */
const withAverageFirst = (articles: readonly Ready[]): Ready[] => {
  const average = articles.reduce((sum, { bytes }) => sum + bytes, 0) / articles.length
  const distance = ({ bytes }: Ready) => Math.abs(bytes - average)
  const [nearest] = articles.toSorted((one, other) => distance(one) - distance(other))
  return nearest ? [nearest, ...articles.filter((each) => each !== nearest)] : []
}

const etagOf = async (url: string): Promise<string> => {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}

/** The answers to measure, of the API at `origin` and its SQLite database. @param coldCount how many different articles are asked for in turn */
export const createCases = async (origin: string, databaseFile: string, coldCount: number): Promise<readonly Case[]> => {
  const articles = readNewest(databaseFile, coldCount)
  const article = `/v1/articles/${articles[0]?.id}`
  const whole = { headers: {}, status: 200 as const, goal: 0.85 }
  const validator = { 'if-none-match': await etagOf(`${origin}${article}`) }
  return [
    { name: 'article', title: '一篇文章 One article', paths: [article], ...whole, peerRow: 'article', baseline: 'article' },
    { name: 'list', title: '二十篇摘要 20 summaries', paths: ['/v1/articles'], ...whole, peerRow: 'list', baseline: 'list' },
    {
      name: 'list-with-bodies',
      title: '二十篇全文 20 articles with bodies',
      paths: ['/v1/articles?body=blocks'],
      ...whole,
      peerRow: 'listWithBodies',
      baseline: 'list-with-bodies',
    },
    {
      name: 'not-modified',
      title: '304',
      paths: [article],
      headers: validator,
      status: 304,
      goal: 0.9,
      peerRow: 'article',
      baseline: 'not-modified',
    },
    {
      name: 'cold',
      title: '未缓存的一篇 One article, not in the cache',
      paths: withAverageFirst(articles).map(({ id }) => `/v1/articles/${id}`),
      headers: {},
      status: 200,
      goal: 0.3,
      peerRow: 'article',
      baseline: 'cold',
    },
  ]
}
