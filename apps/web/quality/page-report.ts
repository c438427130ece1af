import type { Cold } from './measure-cold.ts'
import { median, type Rate } from './measure-load.ts'

export type ServerName = 'site' | 'next' | 'fastify' | 'nginx'
/** One page sent in one way: what each server did in each round. */
export type Loaded = { name: string; way: string; bytes: number; rates: Partial<Record<ServerName, Rate[]>> }
export type PageReport = { when: string; machine: string; load: number; rounds: number; seconds: number; loaded: Loaded[]; cold: Cold[] }

const goals = { next: 8, fastify: 0.5, coldMilliseconds: 12 }

/** The median of the ratios of the same round. */
const ratio = (ours: readonly Rate[], theirs: readonly Rate[], of: (a: Rate, b: Rate) => number): number =>
  median(
    ours.flatMap((rate, round) => {
      const other = theirs[round]
      return other ? [of(rate, other)] : []
    }),
  )

const bySpeed = (a: Rate, b: Rate): number => a.perSecond / b.perSecond
const byCpu = (a: Rate, b: Rate): number => b.microseconds / a.microseconds
const mark = (isReached: boolean): string => (isReached ? '✓' : '✗')
const whole = (value: number): string => Math.round(value).toLocaleString('en')

const toRow = ({ name, way, bytes, rates }: Loaded): string => {
  const { site = [], next = [], fastify = [], nginx = [] } = rates
  const rate = (of: readonly Rate[]) => (of.length === 0 ? '—' : whole(median(of.map(({ perSecond }) => perSecond))))
  const times = ratio(site, next, bySpeed)
  const share = ratio(site, fastify, bySpeed)
  const cells = [
    `${name}, ${way}`,
    whole(bytes),
    ...[site, next, fastify, nginx].map(rate),
    `**${times.toFixed(1)}** ${mark(times >= goals.next)}`,
    ratio(site, next, byCpu).toFixed(1),
    `**${share.toFixed(2)}** ${mark(share >= goals.fastify)}`,
    ratio(site, fastify, byCpu).toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}

const toColdRow = ({ name, count, median: middle, p95, site, api }: Cold): string =>
  `| ${[name, count, `**${middle.toFixed(1)}** ${mark(middle < goals.coldMilliseconds)}`, p95.toFixed(1), site.toFixed(1), api.toFixed(1)].join(' | ')} |`

/** The tables as Markdown. */
export const renderPageReport = ({ when, machine, load, rounds, seconds, loaded, cold }: PageReport): string => `# 页面 Pages

${when} · ${machine} · wrk, 1 thread, 32 connections · load average at the start ${load.toFixed(2)}

## 现成的页面 Ready pages

Requests a second, medians of ${rounds} interleaved rounds of ${seconds} s; ratios are medians of the ratios of the same round. Every server sends the very same page: \`next start\` as a static page whose bytes are those of the site's, Fastify from a Buffer with no header but the type, nginx from a file. "As a browser asks" is \`Accept-Encoding: gzip, deflate, br, zstd\`: the site, Fastify and nginx send br, \`next start\` makes gzip for each request. Uncompressed, all four send the same bytes. "By processor time" is the ratio before it by the processor time each server took for a request, which other work on the machine hardly touches.

| page | bytes | site | next start | Fastify, Buffer | nginx | × next start (goal ${goals.next}) | by processor time | of Fastify (goal ${goals.fastify}) | by processor time |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${loaded.map(toRow).join('\n')}

## 尚未生成的页面 Pages nobody has asked for yet

One after the other, over a corpus of generated articles, API included; the home page after a publication each time. Milliseconds; processor time is that of all threads.

| page | pages | median (goal ${goals.coldMilliseconds}) | p95 | processor time, site | API |
| --- | --- | --- | --- | --- | --- |
${cold.map(toColdRow).join('\n')}
`
