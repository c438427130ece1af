import type { Case } from './cases.ts'
import { type RoundResult, type Rounds, type Variant, variants } from './measure.ts'
import { fastestPeer, type PeerRow } from './peers.ts'

/** One row of the table: medians over the rounds, and ratios of what was measured in the same round. */
export type Row = {
  name: string
  title: string
  perSecond: Record<Variant, number>
  p99Milliseconds: Record<Variant, number>
  /** To a bare Fastify route with the same headers and bytes as a ready Buffer. */
  ofBuffer: number
  /** The same of requests a second of processor time, which other work on the machine hardly touches. */
  ofBufferByCpu: number
  /** To a Fastify route that sets the content type only. */
  ofPlain: number
  ofString: number
  ofHttp: number
  goal: number
  /** How many times the fastest peer, each at its ratio to the ready string. */
  timesFastestPeer: number
  p99Ratio: number
}

/** The middle of the sorted numbers. */
export const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

type Figure = 'requestsPerSecond' | 'p99Milliseconds' | 'perCpuSecond'

const ratio = (results: Record<Variant, RoundResult[]>, other: Variant, key: Figure): number =>
  median(results.gazette.map((result, round) => result[key] / (results[other][round]?.[key] ?? Number.NaN)))

const mediansOf = (results: Record<Variant, RoundResult[]>, key: Figure) =>
  Object.fromEntries(variants.map((variant) => [variant, median(results[variant].map((result) => result[key]))])) as Record<Variant, number>

const peerBaselines: Record<PeerRow, string> = { article: 'article', list: 'list', listWithBodies: 'list-with-bodies' }

// Peers were compared with a string of the whole answer; so is a 304 of ours, which they make only after all the work.
const ofPeerBaseline = (results: Record<Variant, RoundResult[]>, rounds: Rounds, row: PeerRow): number => {
  const strings = rounds[peerBaselines[row]]?.fastifyString ?? []
  return median(results.gazette.map((result, round) => result.requestsPerSecond / (strings[round]?.requestsPerSecond ?? Number.NaN)))
}

/** The table of a run. */
export const summarise = (cases: readonly Case[], rounds: Rounds): Row[] =>
  cases.flatMap(({ name, title, goal, peerRow }) => {
    const results = rounds[name]
    if (!results) return []
    return [
      {
        name,
        title,
        goal,
        perSecond: mediansOf(results, 'requestsPerSecond'),
        p99Milliseconds: mediansOf(results, 'p99Milliseconds'),
        ofBuffer: ratio(results, 'fastifyBuffer', 'requestsPerSecond'),
        ofBufferByCpu: ratio(results, 'fastifyBuffer', 'perCpuSecond'),
        ofPlain: ratio(results, 'fastifyPlain', 'requestsPerSecond'),
        ofString: ratio(results, 'fastifyString', 'requestsPerSecond'),
        ofHttp: ratio(results, 'nodeHttp', 'requestsPerSecond'),
        timesFastestPeer: ofPeerBaseline(results, rounds, peerRow) / fastestPeer(peerRow),
        p99Ratio: ratio(results, 'fastifyBuffer', 'p99Milliseconds'),
      },
    ]
  })
