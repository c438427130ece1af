import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { workspaceEnvironment } from '@gazette/config/scripts/workspace.mjs'
import BetterSqlite from 'better-sqlite3'
import { findLoadGenerator } from '../generate-load.ts'
import type { LoopReport } from './measured-server.ts'
import { querySet } from './query-set.ts'

const searchesASecond = 20
const seconds = 5
const rounds = 3
const importedArticles = 3000
/** The first searches of a process load dictionaries and are compiled, as the first of anything: they are a row of their own. */
const firstSearches = 60

type Served = { origin: string; environment: NodeJS.ProcessEnv; path: string; server: ChildProcess }

const run = promisify(execFile)
const gazette = fileURLToPath(new URL('../../src/cli/gazette.ts', import.meta.url))

const report = async ({ server }: Served): Promise<LoopReport> => {
  const answered = once(server, 'message')
  server.send('report')
  const [loop] = (await answered) as [LoopReport]
  return loop
}

// Every search is another one, so that none is answered from memory.
let asked = 0
// The plainest client there is: what asks takes its time from those that answer.
const agent = new Agent({ keepAlive: true })
const search = async (origin: string): Promise<void> => {
  asked += 1
  const q = encodeURIComponent(querySet[asked % querySet.length] ?? '')
  const limit = 1 + (Math.floor(asked / querySet.length) % 100)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  get(`${origin}/v1/search?q=${q}&limit=${limit}&include=facets`, { agent }, (answer) => {
    answer.once('end', resolve).resume()
  }).once('error', reject)
  await promise
}

const searchFirst = async (origin: string): Promise<void> => {
  for (let number = 0; number < firstSearches; number += 1) await search(origin)
}

/** Searches at a steady rate until `signal` ends it. @returns how many were answered */
const searchSteadily = async (origin: string, signal: AbortSignal): Promise<number> => {
  const open = new Set<Promise<void>>()
  let done = 0
  while (!signal.aborted) {
    const asking = search(origin).then(() => {
      done += 1
      open.delete(asking)
    })
    open.add(asking)
    await delay(1000 / searchesASecond)
  }
  await Promise.all(open)
  return done
}

const whileSearching = async <T>(origin: string, work: () => Promise<T>): Promise<{ result: T; searches: number }> => {
  const ending = new AbortController()
  const searching = searchSteadily(origin, ending.signal)
  const result = await work()
  ending.abort()
  return { result, searches: await searching }
}

const readIds = (path: string): string[] => {
  const db = new BetterSqlite(path, { readonly: true })
  const ids = db
    .prepare<[], string>("SELECT id FROM articles WHERE status = 'published' ORDER BY published_at DESC LIMIT 500")
    .pluck()
    .all()
  db.close()
  return ids
}

const setAnalyser = (path: string, value: string): void => {
  const db = new BetterSqlite(path)
  db.prepare("UPDATE search_state SET value = ? WHERE name = 'analyser'").run(value)
  db.close()
}

const readAnalyser = (path: string): unknown => {
  const db = new BetterSqlite(path, { readonly: true })
  const value = db.prepare("SELECT value FROM search_state WHERE name = 'analyser'").pluck().get()
  db.close()
  return value
}

const serve = async (path: string, directory: string): Promise<Served> => {
  const port = await findFreePort()
  const environment = workspaceEnvironment({
    DATABASE_URL: `file:${path}`,
    SEARCH_DIR: directory,
    MEDIA_DIR: directory,
    API_PORT: String(port),
    SAMPLE_CONTENT: 'off',
    RATE_LIMIT: 'off',
  })
  const server = fork(fileURLToPath(new URL('measured-server.ts', import.meta.url)), [], { env: environment })
  await once(server, 'message')
  return { origin: `http://127.0.0.1:${port}`, environment, path, server }
}

const stop = async ({ server }: Served): Promise<void> => {
  const ended = once(server, 'exit')
  server.disconnect()
  await ended
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Phase = { name: string; loop: LoopReport; ms: number }

const measurePhase = async (served: Served, name: string, work: () => Promise<unknown>): Promise<Phase> => {
  await report(served)
  const started = performance.now()
  await work()
  return { name, ms: performance.now() - started, loop: await report(served) }
}

/** Reads alone and reads beside searches, in turn. */
const compareReads = async (served: Served) => {
  const generator = await findLoadGenerator()
  const paths = readIds(served.path).map((id) => `/v1/articles/${id}`)
  const read = () => generator.run({ origin: served.origin, paths, headers: {}, status: 200, seconds })
  await read()
  const alone: number[] = []
  const beside: number[] = []
  const phases: Phase[] = []
  for (let round = 0; round < rounds; round += 1) {
    phases.push(await measurePhase(served, 'reads alone', async () => alone.push((await read()).requestsPerSecond)))
    const reading = async () => beside.push((await whileSearching(served.origin, read)).result.requestsPerSecond)
    phases.push(await measurePhase(served, `reads and ${searchesASecond} searches a second`, reading))
  }
  const shown = phases.slice(-2)
  const [busyAlone = 1, busyBeside = 1] = shown.map(({ loop, ms }) => loop.cpu / ms)
  return { alone: middle(alone), beside: middle(beside), busyShare: busyBeside / busyAlone, phases: shown, generator: generator.name }
}

/** How long the event loop is held up while another process imports, and while this one makes its index anew. */
const measureUpheaval = async (path: string, directory: string): Promise<Phase[]> => {
  const before = await serve(path, directory)
  await searchFirst(before.origin)
  const imports = ['generate', '--articles', String(importedArticles), '--seed', 'import']
  const importing = await measurePhase(before, `searches while another process imports ${importedArticles} articles`, () =>
    whileSearching(before.origin, () => run(process.execPath, [gazette, ...imports], { env: before.environment })),
  )
  await stop(before)
  const version = readAnalyser(path)
  setAnalyser(path, 'another')
  const after = await serve(path, directory)
  await searchFirst(after.origin)
  const rebuilt = async (): Promise<void> => {
    while (readAnalyser(path) !== version) await delay(50)
  }
  const rebuilding = await measurePhase(after, 'searches while the index is made anew in the process', () =>
    whileSearching(after.origin, rebuilt),
  )
  await stop(after)
  return [importing, rebuilding]
}

const toRow = ({ name, loop, ms }: Phase): string =>
  `| ${name} | ${(ms / 1000).toFixed(1)} | ${loop.p99.toFixed(1)} | ${loop.longest.toFixed(1)} | ${((100 * loop.cpu) / ms).toFixed(0)} % |`

/** Measures a server of the corpus, as Markdown. */
export const measureServing = async (corpus: string): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'gazette-serving-'))
  const path = join(directory, 'gazette.db')
  try {
    await copyFile(corpus, path)
    const served = await serve(path, directory)
    const first = await measurePhase(served, `the first ${firstSearches} searches of the process`, () => searchFirst(served.origin))
    const idle = await measurePhase(served, `${searchesASecond} searches a second`, () =>
      whileSearching(served.origin, () => delay(seconds * 1000)),
    )
    const reads = await compareReads(served)
    await stop(served)
    const phases = [first, idle, ...reads.phases, ...(await measureUpheaval(path, directory))]
    return `## Serving meanwhile

How late the event loop of the server was (monitorEventLoopDelay), with facets in every search and none answered from memory.

| | seconds | p99 ms late | longest ms late | serving thread busy |
| --- | --- | --- | --- | --- |
${phases.map(toRow).join('\n')}

Article reads (${reads.generator}, in turn, median of ${rounds}): ${reads.alone.toFixed(0)} a second alone, ${reads.beside.toFixed(0)} beside searches: ${(reads.beside / reads.alone).toFixed(2)} of it, and ${(reads.beside / reads.alone / reads.busyShare).toFixed(2)} for the time the serving thread had: the server, the load generator, the searches and whoever asks for them share the processors.`
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
