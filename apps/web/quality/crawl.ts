import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import { z } from 'zod'
import { startGazette } from '../e2e/harness/start-gazette.ts'
import { startSite } from '../e2e/harness/start-site.ts'
import { browserEncodings, median } from './measure-load.ts'
import { cpuMilliseconds, memoryBytes } from './process-usage.ts'

/**
 * A crawler reads every article of a large site, through the site, while readers go on opening the home page and the channels.
 * Were one of those pushed out by the crawl, the site would make it again: it must make no page twice.
 * Writes bench/results/crawl.md. `node quality/crawl.ts [--articles 100000] [--connections 16] [--minutes 120]`
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '16' },
    minutes: { type: 'string', default: '120' },
  },
})
const megabyte = 1024 * 1024
const readerPauseMilliseconds = 250
const listSize = 100
const sampleEvery = 5_000
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const List = z.object({ data: z.array(z.object({ id: z.string() })), page: z.object({ next: z.string().nullable() }) })
const Channels = z.object({ data: z.array(z.object({ path: z.string() })) })
const Statistics = z.object({ entries: z.int(), bytes: z.int(), evicted: z.int(), hits: z.int(), misses: z.int(), failed: z.int() })

/** Whether the process answers at all is asked by its home page, before it follows the log and may keep anything. */
const madeAtStart = 1

const gazette = await startGazette()
const generated = await gazette.run('generate', '--articles', values.articles, '--seed', '1', '--no-index')
if (generated.code !== 0) throw new Error(generated.stderr)
say('generated')
const started = performance.now()
const site = await startSite(gazette)

let putOff = 0

/** As a crawler does it: who is put off comes back after a while. */
const open = async (path: string): Promise<number> => {
  const since = performance.now()
  const response = await fetch(site.url + path, { headers: { 'accept-encoding': browserEncodings } })
  await response.arrayBuffer()
  if (response.status === 200) return performance.now() - since
  if (response.status !== 503) throw new Error(`${path} answered ${response.status}`)
  putOff += 1
  say(`${path} put off: ${site.lines().at(-1)}`)
  await pause(Number(response.headers.get('retry-after')) * 1000)
  return open(path)
}

/** Every article that is listed, in the order of the lists. */
async function* listArticles(): AsyncGenerator<string> {
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { data, page } = List.parse(await (await fetch(`${gazette.apiUrl}/v1/articles?limit=${listSize}${query}`)).json())
    for (const { id } of data) yield `/articles/${id}`
    cursor = page.next
  }
}

const deadline = performance.now() + Number(values.minutes) * 60_000
const articles: string[] = []
const took: number[] = []
const readers: number[] = []
const samples: { crawled: number; megabytes: number }[] = []
let isOver = false

const crawl = async (paths: AsyncIterator<string>): Promise<void> => {
  for (let next = await paths.next(); !next.done && performance.now() < deadline; next = await paths.next()) {
    articles.push(next.value)
    took.push(await open(next.value))
    if (took.length % sampleEvery > 0) continue
    samples.push({ crawled: took.length, megabytes: memoryBytes(site.pid).now / megabyte })
    say(`${took.length} ${samples.at(-1)?.megabytes.toFixed(0)} MB`)
  }
}

const readOn = async (paths: readonly string[]): Promise<void> => {
  while (!isOver) {
    for (const path of paths) readers.push(await open(path))
    await pause(readerPauseMilliseconds)
  }
}

try {
  while (!site.lines().some((line) => line.includes('following'))) await pause(100)
  const followedAfter = (performance.now() - started) / 1000
  // The pages it makes by itself at first.
  await pause(5_000)
  const { data } = Channels.parse(await (await fetch(`${gazette.apiUrl}/v1/channels`)).json())
  const hot = ['/', ...data.map(({ path }) => `/${path}/`)]
  const memoryBefore = memoryBytes(site.pid).now
  const cpuBefore = cpuMilliseconds(site.pid)
  const since = performance.now()
  const reading = readOn(hot)
  const paths = listArticles()
  await Promise.all(Array.from({ length: Number(values.connections) }, () => crawl(paths)))
  isOver = true
  await reading
  const seconds = (performance.now() - since) / 1000
  const cpu = (cpuMilliseconds(site.pid) - cpuBefore) / took.length
  const { now, most } = memoryBytes(site.pid)
  await site.stop()
  const statistics = Statistics.parse(JSON.parse(/ready pages: (.*)$/.exec(site.lines().at(-1) ?? '')?.[1] ?? ''))
  const distinct = new Set([...articles, ...hot]).size
  // What could not be made at first was tried again.
  const remade = statistics.misses - statistics.failed - distinct - madeAtStart
  const report = `# 遍历 A crawl

${new Date().toISOString().slice(0, 16).replace('T', ' ')} · ${values.connections} connections · ${seconds.toFixed(0)} s · ${cpu.toFixed(1)} ms of the site's processor time a page

A crawler read ${took.length.toLocaleString('en')} of ${Number(values.articles).toLocaleString('en')} generated articles and the samples through the site while readers opened the home page and its channels ${readers.length.toLocaleString('en')} times.

| | |
| --- | --- |
| pages asked for | ${distinct.toLocaleString('en')} |
| pages made, and one more at the start, before the change log was followed | ${(statistics.misses - statistics.failed - madeAtStart).toLocaleString('en')} |
| pages made again because they had been pushed out (goal 0) | **${Math.max(0, remade)}** ${remade <= 0 ? '✓' : '✗'} |
| pages kept at the end, in bytes (goal 128 MB) | ${statistics.entries.toLocaleString('en')}, **${(statistics.bytes / megabyte).toFixed(1)} MB** ${statistics.bytes <= 128 * megabyte ? '✓' : '✗'} |
| pages put off because the API did not answer in time | ${putOff.toLocaleString('en')} |
| pages let go | ${statistics.evicted.toLocaleString('en')} |
| memory of the process (VmRSS) before, after, at most | ${[memoryBefore, now, most].map((bytes) => `${(bytes / megabyte).toFixed(0)} MB`).join(', ')} |
| memory after every ${sampleEvery.toLocaleString('en')} pages | ${samples.map(({ megabytes }) => megabytes.toFixed(0)).join(', ')} MB |
| from the start of the process until it followed the change log | ${followedAfter.toFixed(1)} s |
| a page of the crawl, median | ${median(took).toFixed(1)} ms |
| a page of the readers, median | ${median(readers).toFixed(1)} ms |
`
  const results = join(workspaceRoot, 'bench', 'results')
  await mkdir(results, { recursive: true })
  await writeFile(join(results, 'crawl.md'), report)
  process.stdout.write(report)
  process.exitCode = remade > 0 || statistics.bytes > 128 * megabyte ? 1 : 0
} finally {
  isOver = true
  await site.stop()
  await gazette.stop()
}
