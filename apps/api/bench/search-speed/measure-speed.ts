import { mkdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleContent } from '@gazette/schema/article-content'
import BetterSqlite from 'better-sqlite3'
import { blockTexts } from '../../src/articles/block-text.ts'
import { openSqlite } from '../../src/database/open-sqlite.ts'
import { generateCorpus } from '../../src/generating/generate-corpus.ts'
import { createAnalyser } from '../../src/search/analyser.ts'
import { createAnalysisThreads } from '../../src/search/analysis-threads.ts'
import type { SearchRequest } from '../../src/search/create-finder.ts'
import { createSearch, type Search } from '../../src/search/create-search.ts'
import { openSearchIndex } from '../../src/search/open-search-index.ts'
import { rebuildIndex } from '../../src/search/rebuild-index.ts'
import { querySet } from './query-set.ts'

const until = Date.parse('2026-11-20T00:00:00+08:00')
const timeZone = 'Asia/Shanghai'
const rounds = 3
/** Common words and rare ones: LIKE stops early in a text that has the word in its first line. */
const likeWords = ['政协', '社情民意', '望舒桥', '盲道', '应收账款', '生物多样性', '云计算', '新风机']

/** One corpus size. Times in milliseconds; sizes as shares of the bytes of the text (UTF-8). */
type Figures = {
  articles: number
  textBytes: number
  indexedASecond: number
  indexedACpuSecond: number
  indexShare: number
  p50: number
  p95: number
  slowest: string
  /** Processor time a search takes on the thread that serves everybody. */
  mainThread: number
  likeTimes: number
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const request: Omit<SearchRequest, 'query'> = {
  filters: { channelIds: null },
  sort: 'relevance',
  start: { kind: 'offset', offset: 0 },
  limit: 20,
  facets: false,
  floor: null,
  reading: null,
}

const timeQueries = async (search: Search) => {
  for (const query of querySet) await search.find({ ...request, query })
  const cpu = process.threadCpuUsage()
  const times: { query: string; ms: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const query of querySet) {
      const started = performance.now()
      await search.find({ ...request, query })
      times.push({ query, ms: performance.now() - started })
    }
  }
  const { user, system } = process.threadCpuUsage(cpu)
  const sorted = times.toSorted((a, b) => a.ms - b.ms)
  const ms = sorted.map((time) => time.ms)
  return {
    p50: percentile(ms, 0.5),
    p95: percentile(ms, 0.95),
    slowest: sorted.at(-1)?.query ?? '',
    mainThread: (user + system) / 1000 / times.length,
  }
}

/** How many times longer the same words take by LIKE over the stored texts. */
const compareWithLike = async (path: string, search: Search): Promise<number> => {
  const db = new BetterSqlite(path, { readonly: true })
  const select = db
    .prepare<[string], string>('SELECT article_id FROM revisions WHERE content LIKE ? ORDER BY created_at DESC LIMIT 20')
    .pluck()
  let like = 0
  let ours = 0
  for (const query of likeWords) {
    let started = performance.now()
    select.all(`%${query}%`)
    like += performance.now() - started
    started = performance.now()
    await search.find({ ...request, query })
    ours += performance.now() - started
  }
  db.close()
  return like / ours
}

const measureSizes = (path: string): { textBytes: number; indexBytes: number } => {
  const db = new BetterSqlite(path, { readonly: true })
  let textBytes = 0
  for (const content of db
    .prepare<[], string>(
      "SELECT r.content FROM revisions AS r JOIN articles AS a ON a.id = r.article_id AND a.published_revision = r.number WHERE a.status = 'published'",
    )
    .pluck()
    .iterate()) {
    const article = JSON.parse(content) as ArticleContent
    textBytes += Buffer.byteLength([article.title, article.subtitle ?? '', article.summary, ...blockTexts(article.body)].join(''))
  }
  const indexBytes = db.prepare<[], number>("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search_%'").pluck().get() ?? 0
  db.close()
  return { textBytes, indexBytes }
}

const measure = async (directory: string, articles: number): Promise<Figures> => {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, `${articles}.db`)
  const store = await openSqlite(path)
  const analyser = createAnalyser(directory)
  await generateCorpus({ store, articles, seed: 'speed', until, timeZone })
  const index = openSearchIndex(store, directory, '')
  const analysis = createAnalysisThreads(directory)
  await analysis.analyse([])
  const cpu = process.cpuUsage()
  const started = performance.now()
  await rebuildIndex({
    index,
    analyser,
    analysis,
    batch: 500,
    fromStart: true,
    onProgress: ({ done, total }) => void (process.stderr.isTTY && process.stderr.write(`\r${done}/${total}`)),
  })
  const seconds = (performance.now() - started) / 1000
  await analysis.close()
  const { user, system } = process.cpuUsage(cpu)
  const { textBytes, indexBytes } = measureSizes(path)
  const onError = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)
  const search = createSearch({ store, analyser, clock: Date.now, timeZone, directory, databaseUrl: '', onError })
  const times = await timeQueries(search)
  const likeTimes = await compareWithLike(path, search)
  await search.close()
  await store.close()
  return {
    articles,
    textBytes,
    indexedASecond: articles / seconds,
    indexedACpuSecond: articles / ((user + system) / 1e6),
    indexShare: indexBytes / textBytes,
    ...times,
    likeTimes,
  }
}

const toRow = (figures: Figures): string =>
  `| ${[
    figures.articles.toLocaleString('en'),
    (figures.textBytes / figures.articles).toFixed(0),
    `${figures.indexedASecond.toFixed(0)} (${figures.indexedACpuSecond.toFixed(0)})`,
    figures.indexShare.toFixed(2),
    figures.p50.toFixed(1),
    figures.p95.toFixed(1),
    figures.slowest,
    figures.mainThread.toFixed(2),
    figures.likeTimes.toFixed(0),
  ].join(' | ')} |`

const sizes = process.argv.slice(2).map(Number)
const directory = await mkdtemp(join(tmpdir(), 'gazette-speed-'))
const lines = [
  `# Speed of search: ${querySet.length} queries, ${rounds} rounds, 20 hits each`,
  '',
  '| articles | text bytes each | indexed a second (a second of CPU) | index, × text | p50 ms | p95 ms | slowest | main thread ms a search | times faster than LIKE |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
]
try {
  for (const articles of sizes.length > 0 ? sizes : [10_000, 100_000]) {
    lines.push(toRow(await measure(directory, articles)))
    process.stdout.write(`${lines.at(-1)}\n`)
    await writeFile(new URL('results.md', import.meta.url), `${lines.join('\n')}\n`)
  }
} finally {
  await rm(directory, { recursive: true, force: true })
}
