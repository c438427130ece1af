import { z } from 'zod'
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

const List = z.object({ data: z.array(z.object({ id: z.string() })).min(1), page: z.object({ next: z.string().nullable() }) })

const readIds = async (origin: string, count: number): Promise<string[]> => {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ limit: '100', fields: 'title', ...(cursor === null ? {} : { cursor }) })
    const { data, page } = List.parse(await (await fetch(`${origin}/v1/articles?${query}`)).json())
    ids.push(...data.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null && ids.length < count)
  return ids.slice(0, count)
}

const etagOf = async (url: string): Promise<string> => {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}

/** The answers to measure, made from what the API at `origin` holds. @param coldCount how many different articles are asked for in turn */
export const createCases = async (origin: string, coldCount: number): Promise<readonly Case[]> => {
  const ids = await readIds(origin, coldCount)
  const article = `/v1/articles/${ids[0]}`
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
      paths: ids.map((id) => `/v1/articles/${id}`),
      headers: {},
      status: 200,
      goal: 0.3,
      peerRow: 'article',
      baseline: 'article',
    },
  ]
}
