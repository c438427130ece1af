import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Gazette } from '../e2e/harness/start-gazette.ts'
import { startOperator } from '../e2e/harness/start-operator.ts'
import { browserEncodings, median } from './measure-load.ts'
import { cpuMilliseconds } from './process-usage.ts'

/** Pages nobody has asked for yet, one after the other: how long each took, and the processor time of one, in milliseconds. */
export type Cold = { name: string; count: number; median: number; p95: number; site: number; api: number }

const articlesSkipped = 100
const articles = 300
const pageMaximum = 10
const homes = 30
/** Between looks at the home page, so that what is measured is making it and not looking. */
const hearingMilliseconds = 50

const List = z.object({ data: z.array(z.object({ id: z.string() })), page: z.object({ next: z.string().nullable() }) })
type Node = { id: string; path: string; children: Node[] }
const Node: z.ZodType<Node> = z.object({ id: z.string(), path: z.string(), children: z.lazy(() => z.array(Node)) })
const Channels = z.object({ data: z.array(Node) })

const read = async <T>(url: string, schema: z.ZodType<T>): Promise<T> => schema.parse(await (await fetch(url)).json())

/** NaN for an address without a page, or one that does not show `mark`. */
const open = async (url: string, mark = ''): Promise<number> => {
  const since = performance.now()
  const response = await fetch(url, { headers: { 'accept-encoding': browserEncodings } })
  const html = await response.text()
  const took = performance.now() - since
  return response.status === 200 && html.replaceAll('<wbr/>', '').includes(mark) ? took : Number.NaN
}

const measure = async (name: string, { pids }: Gazette, count: number, work: (index: number) => Promise<number>): Promise<Cold> => {
  const [siteBefore, apiBefore] = [cpuMilliseconds(pids().site), cpuMilliseconds(pids().api)]
  const took: number[] = []
  for (let index = 0; index < count; index += 1) took.push(await work(index))
  const found = took.filter((milliseconds) => !Number.isNaN(milliseconds)).sort((a, b) => a - b)
  const each = (milliseconds: number) => milliseconds / count
  return {
    name,
    count: found.length,
    median: median(found),
    p95: found[Math.floor(found.length * 0.95)] ?? Number.NaN,
    site: each(cpuMilliseconds(pids().site) - siteBefore),
    api: each(cpuMilliseconds(pids().api) - apiBefore),
  }
}

/** Articles behind those a new process makes by itself. */
const listArticlePaths = async (apiUrl: string): Promise<string[]> => {
  const paths: string[] = []
  let address = `${apiUrl}/v1/articles?limit=100`
  while (paths.length < articlesSkipped + articles) {
    const { data, page } = await read(address, List)
    paths.push(...data.map(({ id }) => `/articles/${id}`))
    if (page.next === null) break
    address = `${apiUrl}/v1/articles?limit=100&cursor=${encodeURIComponent(page.next)}`
  }
  return paths.slice(articlesSkipped)
}

/** The site needs a corpus of a few thousand articles. The home page is made anew after a publication each time. */
export const measureCold = async (gazette: Gazette): Promise<Cold[]> => {
  const { data } = await read(`${gazette.apiUrl}/v1/channels`, Channels)
  const channels = data.flatMap((channel) => [channel, ...channel.children])
  const articlePaths = await listArticlePaths(gazette.apiUrl)
  const numbers = Array.from({ length: pageMaximum - 1 }, (_, index) => index + 2)
  const channelPaths = channels.flatMap(({ path }) => numbers.map((page) => `/${path}/?page=${page}`))
  const openEach = (name: string, paths: readonly string[]) =>
    measure(name, gazette, paths.length, (index) => open(gazette.siteUrl + paths[index]))
  const results = [await openEach('article', articlePaths), await openEach('channel', channelPaths)]
  const operator = await startOperator(gazette)
  try {
    const channelId = channels.at(-1)?.id ?? ''
    const publishAndOpen = async (index: number): Promise<number> => {
      const mark = `第${index}次刊发`
      await operator.obey({ step: 'publish', id: `cold${index}`, channelId, mark })
      // Until the site hears of it the page is a ready one; the first that shows it is the one that was made.
      for (;;) {
        const took = await open(`${gazette.siteUrl}/`, mark)
        if (!Number.isNaN(took)) return took
        await pause(hearingMilliseconds)
      }
    }
    results.push(await measure('home', gazette, homes, publishAndOpen))
  } finally {
    await operator.stop()
  }
  return results
}
