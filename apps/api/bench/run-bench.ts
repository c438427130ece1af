/** `npm run bench [-- --rounds 3 --seconds 2 --articles 200000]`: writes bench/results/performance.md and .json. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { workspaceEnvironment, workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import { type Case, createCases } from './cases.ts'
import { findLoadGenerator } from './generate-load.ts'
import { measure } from './measure.ts'
import { type Report, renderReport } from './render-report.ts'
import { type RunningServer, startApi, startBaselines } from './start-server.ts'
import { summarise } from './summarise.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    articles: { type: 'string', default: '200000' },
  },
})
const [rounds, seconds, articles] = [Number(values.rounds), Number(values.seconds), Number(values.articles)]
const say = (text: string): void => void process.stderr.write(`${text}\n`)

// Kept between runs: the corpus is the same for the same number.
const corpus = join(workspaceRoot, 'data', 'bench', `corpus-${articles}`)
const databaseFile = join(corpus, 'gazette.db')
const environment = {
  DATABASE_URL: `file:${databaseFile}`,
  MEDIA_DIR: join(corpus, 'media'),
  SEARCH_DIR: join(corpus, 'search'),
  SAMPLE_CONTENT: 'off',
  // The same at every run, as a real server's is: what was made ready for other addresses would be made again.
  API_URL: 'http://127.0.0.1:4000',
  LOG_LEVEL: 'warn',
}

/** Headers that belong to the answer; Node adds the others itself. */
const ownHeaders = (response: Response): Record<string, string> =>
  Object.fromEntries(
    [...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'].includes(name)),
  )

const readAnswers = async (cases: readonly Case[], origin: string) =>
  Promise.all(
    cases.map(async ({ name, paths, headers, status }) => {
      const response = await fetch(`${origin}${paths[0]}`, { headers: { ...headers, 'accept-encoding': 'identity' } })
      return { name, status, headers: ownHeaders(response), body: await response.text() }
    }),
  )

const idleShare = 0.03
const patienceSeconds = 1_200

/** What works in the background rests between its steps. */
const idleLooks = 5

/** Waits until the API has nothing left to do by itself, such as to index for search what it has not yet. @returns its memory then */
const settle = async (api: RunningServer): Promise<number> => {
  let before = await api.cpuSeconds()
  let idle = 0
  for (let waited = 0; waited < patienceSeconds; waited += 2) {
    await delay(2_000)
    const now = await api.cpuSeconds()
    idle = now - before > 2 * idleShare ? 0 : idle + 1
    if (idle === idleLooks) return api.memoryMegabytes()
    before = now
  }
  throw new Error('the API does not come to rest')
}

/** Starts the API, and stops it when something is done. */
const startOnce = async (work: (api: RunningServer) => Promise<unknown>): Promise<void> => {
  const api = await startApi(environment)
  try {
    await work(api)
  } finally {
    await api.stop()
  }
}

const generateCorpus = async (): Promise<void> => {
  const complete = join(corpus, 'complete')
  if (existsSync(complete)) return
  await mkdir(corpus, { recursive: true })
  const program = fileURLToPath(new URL('../src/cli/gazette.ts', import.meta.url))
  const args = [program, 'generate', '--articles', String(articles), '--seed', '1', '--until', '2026-11-20', '--no-index']
  await promisify(execFile)(process.execPath, args, { env: workspaceEnvironment(environment) })
  await startOnce(settle)
  await writeFile(complete, '')
}

const run = async (): Promise<Report> => {
  const generator = await findLoadGenerator()
  const [loadAverage = 0] = loadavg()
  say(`corpus of ${articles} articles`)
  await generateCorpus()
  // The first start of a program that has changed translates it, which takes 25 MB.
  await startOnce(async () => undefined)
  const api = await startApi(environment)
  const folder = await mkdtemp(join(tmpdir(), 'gazette-bench-'))
  try {
    const atRestMegabytes = await settle(api)
    const cases = await createCases(api.origin, databaseFile, articles)
    const answers = await readAnswers(cases, api.origin)
    const file = join(folder, 'answers.json')
    await writeFile(file, JSON.stringify(answers))
    const baselines = await startBaselines(file)
    try {
      const results = await measure({ generator, cases, servers: { gazette: api, bare: baselines }, rounds, seconds, onProgress: say })
      const [processor] = cpus()
      return {
        at: new Date().toISOString().slice(0, 16).replace('T', ' '),
        machine: {
          processor: processor?.model.trim() || 'unknown processor',
          cores: cpus().length,
          memoryGigabytes: totalmem() / 2 ** 30,
          system: `${type()} ${release()}`,
          node: process.version,
          loadGenerator: generator.name,
          loadAverage,
        },
        settings: {
          articles,
          rounds,
          seconds,
          bytes: Object.fromEntries(answers.map(({ name, body }) => [name, Buffer.byteLength(body)])),
        },
        rows: summarise(cases, results),
        memory: { atRestMegabytes, afterLoadMegabytes: await settle(api), startMilliseconds: api.startMilliseconds },
      }
    } finally {
      await baselines.stop()
    }
  } finally {
    await api.stop()
    await rm(folder, { recursive: true })
  }
}

const report = await run()
const results = join(workspaceRoot, 'bench', 'results')
await mkdir(results, { recursive: true })
await writeFile(join(results, 'performance.json'), `${JSON.stringify(report, null, 2)}\n`)
await writeFile(join(results, 'performance.md'), renderReport(report))
process.stdout.write(renderReport(report))
