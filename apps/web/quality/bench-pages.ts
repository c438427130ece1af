import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { importSeedArticle } from '../e2e/harness/import-seed-article.ts'
import { startGazette } from '../e2e/harness/start-gazette.ts'
import { startPeers } from './page-peers.ts'

/**
 * Ready pages beside others that send the same bytes: `next start` with a static page, a bare Fastify route with a Buffer, nginx.
 * Needs wrk. Interleaved rounds, medians; what counts on a busy machine are the ratios.
 */
const rounds = 3
const seconds = 3
const connections = 32
const coldPages = 60

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const requestsPerSecond = async (url: string): Promise<number> => {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-H', 'accept-encoding: br', url]
  const { stdout } = await promisify(execFile)('wrk', args)
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}: ${stdout}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now()
  await work()
  return performance.now() - since
}

/** Pages nobody asked for yet: searches, each a page of its own, are not counted; articles and months are. */
const measureCold = async (siteUrl: string, apiUrl: string): Promise<number[]> => {
  const list = await (await fetch(`${apiUrl}/v1/articles?limit=${coldPages}`)).json()
  const took: number[] = []
  for (const { id } of list.data) took.push(await time(async () => (await fetch(`${siteUrl}/articles/${id}`)).text()))
  return took
}

const folder = await mkdtemp(join(tmpdir(), 'gazette-bench-'))
const gazette = await startGazette()
try {
  const cold = await measureCold(gazette.siteUrl, gazette.apiUrl)
  process.stdout.write(`cold article page: median ${median(cold).toFixed(1)} ms of ${cold.length}, first ${cold[0]?.toFixed(1)} ms\n\n`)
  process.stdout.write(
    '| page | bytes (br) | ready page /s | next start /s | Fastify Buffer /s | nginx /s | × next start | of Fastify |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n',
  )
  for (const [name, path] of [
    ['article', await importSeedArticle(gazette)],
    ['channel', '/zwzx/zhxw/'],
    ['home', '/'],
  ] as const) {
    const peers = await startPeers(folder, gazette.siteUrl + path)
    try {
      const targets = [gazette.siteUrl + path, peers.next, peers.fastify, ...(peers.nginx === null ? [] : [peers.nginx])]
      for (const url of targets) await (await fetch(url)).text()
      const rates = targets.map((): number[] => [])
      for (let round = 0; round < rounds; round += 1)
        for (const [index, url] of targets.entries()) rates[index]?.push(await requestsPerSecond(url))
      const [ready = 0, next = 0, fastify = 0, nginx] = rates.map(median)
      const cells = [
        name,
        peers.bytes,
        ...[ready, next, fastify].map(Math.round),
        nginx === undefined ? '—' : Math.round(nginx),
        (ready / next).toFixed(1),
        (ready / fastify).toFixed(2),
      ]
      process.stdout.write(`| ${cells.join(' | ')} |\n`)
    } finally {
      await peers.stop()
    }
  }
} finally {
  await gazette.stop()
  await rm(folder, { recursive: true, force: true })
}
