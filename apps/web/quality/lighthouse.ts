import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureSystemProgram, chromium as system } from '@gazette/config/scripts/system-programs.ts'
import { workspaceEnvironment, workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import { z } from 'zod'
import { importSeedArticle } from '../e2e/harness/import-seed-article.ts'
import { startGazette } from '../e2e/harness/start-gazette.ts'
import { chromiumArguments } from './chromium-arguments.ts'

/**
 * Lighthouse (mobile, its own throttling) on four kinds of page: the median of three runs, and every audit below its full score.
 * Writes bench/results/lighthouse.md. Each page has been visited once before, so that images are there in their sizes.
 */
const lighthouse = 'lighthouse@13.5.0'
const runs = 3
const outputBytesMaximum = 64 * 1024 * 1024
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const Report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) })),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), title: z.string(), displayValue: z.string().optional() })),
})
type Report = z.infer<typeof Report>

const measure = async (url: string): Promise<Report> => {
  const flags = ['--headless=new', ...chromiumArguments].join(' ')
  const args = ['-y', lighthouse, url, '--output=json', '--quiet', `--chrome-flags=${flags}`]
  const env = workspaceEnvironment({ CHROME_PATH: ensureSystemProgram(system) })
  const { stdout } = await promisify(execFile)('npx', args, { env, maxBuffer: outputBytesMaximum })
  return Report.parse(JSON.parse(stdout))
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const shortfalls = ({ categories: scored, audits }: Report): string[] =>
  Object.values(scored)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.995)
    .map(({ id }) => `${id} ${Math.round((audits[id]?.score ?? 0) * 100)} (${audits[id]?.displayValue ?? audits[id]?.title})`)

/** On a busy machine Chromium sometimes records nothing at all: once more, then. */
const measureSurely = (url: string): Promise<Report> => measure(url).catch(() => measure(url))

const measurePage = async (name: string, url: string): Promise<string> => {
  await measureSurely(url)
  const reports: Report[] = []
  for (let run = 0; run < runs; run += 1) reports.push(await measureSurely(url))
  const scores = categories.map((category) => Math.round(median(reports.map((report) => report.categories[category]?.score ?? 0)) * 100))
  return `| ${name} | ${scores.join(' | ')} | ${[...new Set(reports.flatMap(shortfalls))].join('; ')} |`
}

const explanation =
  'Results of searches are kept out of indexes on purpose (`noindex`): they are answers to one reader, without end in number. Lighthouse counts that as a fault of SEO.'

const gazette = await startGazette()
try {
  const load = loadavg()[0]?.toFixed(1)
  const rows: string[] = []
  for (const [name, path] of [
    ['home', '/'],
    ['channel', '/zwzx/zhxw/'],
    ['article', await importSeedArticle(gazette)],
    ['search', '/search'],
    ['search results', `/search?q=${encodeURIComponent('协商')}`],
  ] as const)
    rows.push(await measurePage(name, gazette.siteUrl + path))
  const head = `| page | ${categories.join(' | ')} | below 100 in a run |\n| --- | --- | --- | --- | --- | --- |`
  const about = `${lighthouse}, mobile, the median of ${runs} runs; load average at the start ${load}`
  const text = `# Lighthouse\n\n${about}\n\n${head}\n${rows.join('\n')}\n\n${explanation}\n`
  const results = join(workspaceRoot, 'bench', 'results')
  await mkdir(results, { recursive: true })
  await writeFile(join(results, 'lighthouse.md'), text)
  process.stdout.write(text)
} finally {
  await gazette.stop()
}
