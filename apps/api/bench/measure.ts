import { setTimeout as delay } from 'node:timers/promises'
import type { Case } from './cases.ts'
import type { Load, LoadGenerator, LoadResult } from './generate-load.ts'
import type { Baselines, RunningServer } from './start-server.ts'

/** Where the same answer is had: from Gazette, and from the barest servers. */
export const variants = ['gazette', 'fastifyPlain', 'fastifyBuffer', 'fastifyString', 'nodeHttp'] as const
export type Variant = (typeof variants)[number]

/** The servers under load. */
export type Servers = {
  gazette: Pick<RunningServer, 'origin' | 'cpuSeconds' | 'readOwnFiles'>
  bare: Pick<Baselines, 'fastify' | 'http' | 'cpuSeconds'>
}

/** One round: `perCpuSecond` counts the requests a server answers in a second of its own processor time, whatever else the machine does. */
export type RoundResult = LoadResult & { perCpuSecond: number }

/** What was seen in every round, by case and variant. */
export type Rounds = Record<string, Record<Variant, RoundResult[]>>

const bare: Record<Exclude<Variant, 'gazette'>, { origin: 'fastify' | 'http'; prefix: string }> = {
  fastifyPlain: { origin: 'fastify', prefix: '/plain/' },
  fastifyBuffer: { origin: 'fastify', prefix: '/buffer/' },
  fastifyString: { origin: 'fastify', prefix: '/string/' },
  nodeHttp: { origin: 'http', prefix: '/http/' },
}

type Target = Omit<Load, 'seconds'>

/** Which of the different articles a run asks for: each is asked for once. Null is the warm-up, which has some of its own. */
type Share = { round: number; rounds: number } | null

const sharePaths = (paths: readonly string[], share: Share): readonly string[] => {
  if (paths.length === 1) return paths
  const warmUpLength = Math.ceil(paths.length / 12)
  if (share === null) return paths.slice(0, warmUpLength)
  const length = Math.ceil((paths.length - warmUpLength) / share.rounds)
  const start = warmUpLength + share.round * length
  return paths.slice(start, start + length)
}

const targetOf = (each: Case, variant: Variant, servers: Servers, share: Share): Target => {
  const { headers, status, paths, baseline } = each
  const shared = sharePaths(paths, share)
  if (variant === 'gazette') return { origin: servers.gazette.origin, paths: shared, headers, status }
  const { origin, prefix } = bare[variant]
  // As many: the generator does the same for all.
  return { origin: servers.bare[origin], paths: shared.map(() => `${prefix}${baseline}`), headers: {}, status }
}

const checkAnswer = async (name: string, { origin, paths, headers, status }: Target): Promise<void> => {
  const response = await fetch(`${origin}${paths[0]}`, { headers: { ...headers, 'accept-encoding': 'identity' } })
  await response.arrayBuffer()
  if (response.status !== status) throw new Error(`${name}: ${origin}${paths[0]} answered ${response.status}`)
}

export type Measurement = {
  generator: LoadGenerator
  cases: readonly Case[]
  servers: Servers
  rounds: number
  seconds: number
  onProgress(text: string): void
}

const emptyResults = (): Record<Variant, RoundResult[]> => ({
  gazette: [],
  fastifyPlain: [],
  fastifyBuffer: [],
  fastifyString: [],
  nodeHttp: [],
})

/** What was compiled for one case is compiled anew for the next: only behind some turns is it settled. */
const warmUpTurns = 3

// Compilers are not what is measured.
const warmUp = async ({ generator, cases, servers }: Measurement): Promise<void> => {
  for (let turn = 0; turn < warmUpTurns; turn += 1)
    for (const each of cases)
      for (const variant of variants) {
        const target = targetOf(each, variant, servers, null)
        await checkAnswer(each.name, target)
        await generator.run({ ...target, seconds: 1 })
      }
}

/**
 * Each server is at work already when its round begins: the bare ones have four rounds in turn and ours has one, so that it alone would
 * begin behind a pause, with cold caches of the processor.
 */
const runInSeconds = 1

/** Where each article is asked for once a round is over sooner. */
const differentPathsSeconds = 1

const runRound = async (
  { generator, servers, rounds, ...measurement }: Measurement,
  each: Case,
  variant: Variant,
  round: number,
): Promise<RoundResult> => {
  const { cpuSeconds } = variant === 'gazette' ? servers.gazette : servers.bare
  const target = targetOf(each, variant, servers, { round, rounds })
  const isOfDifferentArticles = each.paths.length > 1
  const isUncached = isOfDifferentArticles && variant === 'gazette'
  // The disk is not what is measured.
  if (isUncached) await servers.gazette.readOwnFiles()
  await generator.run({ ...target, paths: targetOf(each, variant, servers, null).paths.slice(0, 1), seconds: runInSeconds })
  const before = await cpuSeconds()
  const seconds = isOfDifferentArticles ? Math.min(measurement.seconds, differentPathsSeconds) : measurement.seconds
  const result = await generator.run({ ...target, seconds })
  // Asked for again and again an answer is a cached one.
  if (isUncached && result.requestsPerSecond * seconds > target.paths.length)
    throw new Error(`${each.name}: ${target.paths.length} different articles are too few; take more with --articles`)
  if (result.failed > 0) throw new Error(`${each.name}, ${variant}: ${result.failed} requests failed`)
  return { ...result, perCpuSecond: (result.requestsPerSecond * seconds) / ((await cpuSeconds()) - before) }
}

/** Measures every case in every variant in turn, round after round, so that whatever else the machine does meets all alike. */
export const measure = async (measurement: Measurement): Promise<Rounds> => {
  const { cases, rounds, onProgress } = measurement
  const results: Rounds = Object.fromEntries(cases.map(({ name }) => [name, emptyResults()]))
  await warmUp(measurement)
  for (let round = 0; round < rounds; round += 1)
    for (const each of cases)
      for (const variant of variants) {
        const result = await runRound(measurement, each, variant, round)
        results[each.name]?.[variant].push(result)
        onProgress(
          `${round + 1}/${rounds} ${each.name} ${variant} ${result.requestsPerSecond.toFixed(0)}/s, ${result.perCpuSecond.toFixed(0)}/CPU s, p99 ${result.p99Milliseconds} ms`,
        )
        await delay(100)
      }
  return results
}
