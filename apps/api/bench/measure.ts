import { setTimeout as delay } from 'node:timers/promises'
import type { Case } from './cases.ts'
import type { Load, LoadGenerator, LoadResult } from './generate-load.ts'

/** Where the same answer is had: from Gazette, and from the barest servers. */
export const variants = ['gazette', 'fastifyPlain', 'fastifyBuffer', 'fastifyString', 'nodeHttp'] as const
export type Variant = (typeof variants)[number]
export type Origins = { gazette: string; fastify: string; http: string }

/** What was seen in every round, by case and variant. */
export type Rounds = Record<string, Record<Variant, LoadResult[]>>

const bare: Record<Exclude<Variant, 'gazette'>, { origin: 'fastify' | 'http'; prefix: string }> = {
  fastifyPlain: { origin: 'fastify', prefix: '/plain/' },
  fastifyBuffer: { origin: 'fastify', prefix: '/buffer/' },
  fastifyString: { origin: 'fastify', prefix: '/string/' },
  nodeHttp: { origin: 'http', prefix: '/http/' },
}

type Target = Omit<Load, 'seconds'>

const targetOf = (each: Case, variant: Variant, origins: Origins, share: { round: number; rounds: number }): Target => {
  const { headers, status, paths, baseline } = each
  if (variant !== 'gazette') {
    const { origin, prefix } = bare[variant]
    return { origin: origins[origin], paths: [`${prefix}${baseline}`], headers: {}, status }
  }
  // Each round asks for articles that no round before it has asked for.
  const length = Math.ceil(paths.length / share.rounds)
  const own = paths.length === 1 ? paths : paths.slice(share.round * length, (share.round + 1) * length)
  return { origin: origins.gazette, paths: own, headers, status }
}

const checkAnswer = async (name: string, { origin, paths, headers, status }: Target): Promise<void> => {
  const response = await fetch(`${origin}${paths[0]}`, { headers: { ...headers, 'accept-encoding': 'identity' } })
  await response.arrayBuffer()
  if (response.status !== status) throw new Error(`${name}: ${origin}${paths[0]} answered ${response.status}`)
}

export type Measurement = {
  generator: LoadGenerator
  cases: readonly Case[]
  origins: Origins
  rounds: number
  seconds: number
  onProgress(text: string): void
}

const emptyResults = (): Record<Variant, LoadResult[]> => ({
  gazette: [],
  fastifyPlain: [],
  fastifyBuffer: [],
  fastifyString: [],
  nodeHttp: [],
})

// Compilers are not what is measured. Uncached answers are left alone: they must not be known before their turn.
const warmUp = async ({ generator, cases, origins }: Measurement): Promise<void> => {
  for (const each of cases.filter(({ paths }) => paths.length === 1))
    for (const variant of variants) {
      const target = targetOf(each, variant, origins, { round: 0, rounds: 1 })
      await checkAnswer(each.name, target)
      await generator.run({ ...target, seconds: 1 })
    }
}

/** Measures every case in every variant in turn, round after round, so that whatever else the machine does meets all alike. */
export const measure = async (measurement: Measurement): Promise<Rounds> => {
  const { generator, cases, origins, rounds, seconds, onProgress } = measurement
  const results: Rounds = Object.fromEntries(cases.map(({ name }) => [name, emptyResults()]))
  await warmUp(measurement)
  for (let round = 0; round < rounds; round += 1)
    for (const each of cases)
      for (const variant of variants) {
        const result = await generator.run({ ...targetOf(each, variant, origins, { round, rounds }), seconds })
        if (result.failed > 0) throw new Error(`${each.name}, ${variant}: ${result.failed} requests failed`)
        results[each.name]?.[variant].push(result)
        onProgress(
          `${round + 1}/${rounds} ${each.name} ${variant} ${result.requestsPerSecond.toFixed(0)}/s, p99 ${result.p99Milliseconds} ms`,
        )
        await delay(100)
      }
  return results
}
