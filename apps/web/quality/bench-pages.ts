import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliDecompressSync } from 'node:zlib'
import { workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import { importSeedArticle } from '../e2e/harness/import-seed-article.ts'
import { type Gazette, startGazette } from '../e2e/harness/start-gazette.ts'
import { measureCold } from './measure-cold.ts'
import { browserEncodings, measureLoad, type Target } from './measure-load.ts'
import { type Peers, type SentPage, startPeers } from './page-peers.ts'
import { type Loaded, type PageReport, renderPageReport, type ServerName } from './page-report.ts'
import { readPage } from './read-page.ts'

/**
 * Ready pages beside others that send the same bytes, and pages nobody has asked for yet: writes bench/results/pages.md and .json.
 * Needs wrk. `node quality/bench-pages.ts [--rounds 3] [--seconds 3] [--articles 3000]`
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    articles: { type: 'string', default: '3000' },
  },
})
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
const say = (text: string): void => void process.stderr.write(`${text}\n`)

type Case = { loaded: Loaded; acceptEncoding: string; targets: [ServerName, Target][] }

const toCases = (gazette: Gazette, peers: Peers, path: string, { name, html, br }: SentPage): Case[] =>
  [true, false].map((isCompressed) => ({
    loaded: { name, way: isCompressed ? 'as a browser asks' : 'uncompressed', bytes: (isCompressed ? br : html).length, rates: {} },
    acceptEncoding: isCompressed ? browserEncodings : 'identity',
    targets: [
      ['site', { url: gazette.siteUrl + path, pid: gazette.pids().site }],
      ...(['next', 'fastify', 'nginx'] as const).flatMap((server): [ServerName, Target][] => {
        const peer = peers[server]
        return peer ? [[server, { url: peer.url(name, isCompressed), pid: peer.pid }]] : []
      }),
    ],
  }))

/** All rounds of all pages in turns, so that what else the machine does falls on everybody. */
const measureReady = async (gazette: Gazette): Promise<Loaded[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-bench-'))
  const paths = { article: await importSeedArticle(gazette), channel: '/zwzx/zhxw/', home: '/' }
  const pages: SentPage[] = []
  for (const [name, path] of Object.entries(paths)) {
    const br = await readPage(gazette.siteUrl + path, browserEncodings)
    pages.push({ name, html: brotliDecompressSync(br), br })
  }
  const peers = await startPeers(folder, pages)
  try {
    const cases = Object.values(paths).flatMap((path, index) =>
      pages.slice(index, index + 1).flatMap((page) => toCases(gazette, peers, path, page)),
    )
    for (let round = 0; round < rounds; round += 1) {
      say(`round ${round + 1} of ${rounds}`)
      for (const { loaded, acceptEncoding, targets } of cases) {
        for (const [server, target] of targets) {
          const rate = await measureLoad(target, acceptEncoding, seconds)
          loaded.rates[server] = [...(loaded.rates[server] ?? []), rate]
        }
      }
    }
    return cases.map(({ loaded }) => loaded)
  } finally {
    await Promise.all([peers.next.stop(), peers.fastify.stop(), peers.nginx?.stop()])
    await rm(folder, { recursive: true, force: true })
  }
}

const [load = 0] = loadavg()
const gazette = await startGazette()
try {
  const { code, stderr } = await gazette.run('generate', '--articles', values.articles, '--seed', '1')
  if (code !== 0) throw new Error(stderr)
  say('pages nobody has asked for yet')
  const cold = await measureCold(gazette)
  const report: PageReport = {
    when: new Date().toISOString().slice(0, 16).replace('T', ' '),
    machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores · Node ${process.version}`,
    load,
    rounds,
    seconds,
    loaded: await measureReady(gazette),
    cold,
  }
  const results = join(workspaceRoot, 'bench', 'results')
  await mkdir(results, { recursive: true })
  await writeFile(join(results, 'pages.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(join(results, 'pages.md'), renderPageReport(report))
  process.stdout.write(renderPageReport(report))
} finally {
  await gazette.stop()
}
