import { connections } from './generate-load.ts'
import { type PeerRow, peers } from './peers.ts'
import type { Row } from './summarise.ts'

/** Everything a run found out. */
export type Report = {
  at: string
  machine: {
    processor: string
    cores: number
    memoryGigabytes: number
    system: string
    node: string
    loadGenerator: string
    loadAverage: number
  }
  settings: { articles: number; rounds: number; seconds: number; bytes: Record<string, number> }
  rows: Row[]
  memory: { atRestMegabytes: number; afterLoadMegabytes: number; startMilliseconds: number }
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const count = (number: number): string => Math.round(number).toLocaleString('en')
const share = (number: number): string => number.toFixed(2)
const reached = (is: boolean): string => (is ? '✓' : '✗')

const renderRows = (rows: readonly Row[]): string =>
  table(
    [
      '回答 Answer',
      'Gazette',
      'Fastify, Buffer',
      'Fastify, Buffer, type only',
      'Fastify, string',
      'node:http, Buffer',
      'to Fastify Buffer (goal)',
      'by processor time',
      'to type only',
      'to node:http',
      'p99 (bare)',
    ],
    rows.map(({ title, perSecond, ofBuffer, ofBufferByCpu, ofPlain, ofHttp, goal, p99Milliseconds, p99Ratio }) => [
      title,
      count(perSecond.gazette),
      count(perSecond.fastifyBuffer),
      count(perSecond.fastifyPlain),
      count(perSecond.fastifyString),
      count(perSecond.nodeHttp),
      `**${share(ofBuffer)}** (${goal}) ${reached(ofBuffer >= goal)}`,
      share(ofBufferByCpu),
      share(ofPlain),
      share(ofHttp),
      `${share(p99Milliseconds.gazette)} ms (${share(p99Milliseconds.fastifyBuffer)} ms, × ${share(p99Ratio)}) ${reached(p99Ratio <= 1.5)}`,
    ]),
  )

const stringPerSecond = (rows: readonly Row[], name: string): number =>
  rows.find((row) => row.name === name)?.perSecond.fastifyString ?? Number.NaN

const renderPeers = (rows: readonly Row[]): string => {
  const columns: [string, PeerRow][] = [
    ['article', 'article'],
    ['list', 'list'],
    ['list-with-bodies', 'listWithBodies'],
  ]
  const ours = columns.map(([name]) => `**${count(rows.find((row) => row.name === name)?.perSecond.gazette ?? Number.NaN)}**`)
  return table(
    ['', '一篇文章 One article', '二十篇摘要 20 summaries', '二十篇全文 20 with bodies'],
    [
      ['Gazette', ...ours],
      ...peers.map((peer) => [
        peer.name,
        ...columns.map(([name, row]) => `${count(peer[row] * stringPerSecond(rows, name))} (${peer[row]})`),
      ]),
    ],
  )
}

/** The report as Markdown. */
export const renderReport = ({ at, machine, settings, rows, memory }: Report): string => `# 性能 Performance

${at} · ${machine.processor}, ${machine.cores} cores, ${share(machine.memoryGigabytes)} GB · ${machine.system} · Node ${machine.node} · ${machine.loadGenerator}, ${connections} connections · load average at the start ${share(machine.loadAverage)}

Requests a second, medians of ${settings.rounds} interleaved rounds of ${settings.seconds} s (1 s for the uncached article), each behind a second that is not measured, so that no server begins behind a pause; ratios are medians of the ratios of the same round. One process each, on 127.0.0.1, ${count(settings.articles)} articles in SQLite. Bytes: ${Object.entries(
  settings.bytes,
)
  .map(([name, bytes]) => `${name} ${count(bytes)}`)
  .join(', ')}.

${renderRows(rows)}

"Fastify, Buffer" is a bare Fastify route that sends the same headers and bytes from a ready Buffer; "type only" sets no header but the content type; "string" sends the body as a string. "By processor time" is the first ratio for requests a second of the server's own processor time, which other work on the machine hardly touches. For the uncached article every request asks for another of ${count(settings.articles)} articles, and the bare routes send one of average length, asked by the same generator for as long; before it the server's file of copies is read once, so that it is in the memory of the system (which may take back what nobody has read for a minute) and not the disk is measured.

## 同类产品 Peers

Each was measured beside the ready string on a machine of this kind; here is its ratio, and what it would be on this machine in this run.

${renderPeers(rows)}

Times the fastest of them (goal 30): ${rows.map(({ title, timesFastestPeer }) => `${title} **${timesFastestPeer.toFixed(0)}** ${reached(timesFastestPeer >= 30)}`).join(' · ')}. Peers know a 304 only after the whole work and keep no answers ready, so those rows are compared with their whole article.

## 内存与启动 Memory and start

At rest, with ${count(settings.articles)} articles: **${count(memory.atRestMegabytes)} MB** (goal 150 with 100,000) ${reached(memory.atRestMegabytes < 150)}; after the load ${count(memory.afterLoadMegabytes)} MB. Ready to answer after ${count(memory.startMilliseconds)} ms.
`
