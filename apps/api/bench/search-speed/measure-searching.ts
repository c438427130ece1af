import { openSqlite } from '../../src/database/open-sqlite.ts'
import { createAnalyser } from '../../src/search/analyser.ts'
import type { SearchRequest } from '../../src/search/create-finder.ts'
import { createSearch } from '../../src/search/create-search.ts'
import { timeZone } from './corpora.ts'
import { openLike, openStoredLike } from './like-baseline.ts'
import { querySet } from './query-set.ts'

/** Of an odd number of rounds the middle one counts: a neighbour's noise is none of ours. */
const rounds = 5
const likeRounds = 1

const request: Omit<SearchRequest, 'query'> = {
  filters: { channelIds: null },
  sort: 'relevance',
  start: { kind: 'offset', offset: 0 },
  limit: 20,
  facets: false,
  floor: null,
  reading: null,
}

/** Times in milliseconds, over the queries of the set. */
export type Times = { p50: number; p95: number; mean: number; slowest: string }
/** `like` at its best, and over the articles as they are stored. */
export type LikeTimes = { best: Times; stored: Times }
export type SearchingFigures = { plain: Times; withFacets: Times; mainThreadMs: number; like: LikeTimes | null }

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const toTimes = (byQuery: ReadonlyMap<string, readonly number[]>): Times => {
  const times = Array.from(byQuery, ([query, values]) => ({ query, ms: middle(values) })).sort((a, b) => a.ms - b.ms)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.ms ?? 0
  const mean = times.reduce((sum, { ms }) => sum + ms, 0) / times.length
  return { p50: at(0.5), p95: at(0.95), mean, slowest: times.at(-1)?.query ?? '' }
}

type Contestant = { ask: (query: string) => Promise<unknown>; rounds: number }

/** Asks every query of every contestant, one after another, so that what disturbs one disturbs the others. */
const race = async (contestants: readonly Contestant[]): Promise<Times[]> => {
  const times = contestants.map(() => new Map<string, number[]>())
  for (let round = 0; round < Math.max(...contestants.map((contestant) => contestant.rounds)); round += 1) {
    for (const query of querySet) {
      for (const [place, { ask, rounds: wanted }] of contestants.entries()) {
        if (round >= wanted) continue
        const started = performance.now()
        await ask(query)
        const taken = performance.now() - started
        times[place]?.set(query, [...(times[place]?.get(query) ?? []), taken])
      }
    }
  }
  return times.map(toTimes)
}

const nothing: Times = { p50: 0, p95: 0, mean: 0, slowest: '' }

/** Asks the query set as the server does, from the thread that serves readers; beside it by LIKE where that is wanted. */
export const measureSearching = async (path: string, directory: string, withLike: boolean): Promise<SearchingFigures> => {
  const store = await openSqlite(path)
  const analyser = createAnalyser(directory)
  const onError = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)
  const search = createSearch({ store, analyser, clock: Date.now, timeZone, directory, databaseUrl: '', onError })
  const likes = withLike ? [openLike(path), openStoredLike(path)] : []
  const plain = (query: string) => search.find({ ...request, query })
  const withFacets = (query: string) => search.find({ ...request, query, facets: true })
  for (const query of querySet) await withFacets(query)
  const cpu = process.threadCpuUsage()
  for (let round = 0; round < rounds; round += 1) for (const query of querySet) await plain(query)
  const { user, system } = process.threadCpuUsage(cpu)
  const contestants: Contestant[] = [
    { ask: plain, rounds },
    { ask: withFacets, rounds },
  ]
  for (const like of likes) contestants.push({ ask: async (query) => like.find(query), rounds: likeRounds })
  const [plainTimes = nothing, facetTimes = nothing, best, stored] = await race(contestants)
  for (const like of likes) like.close()
  await search.close()
  await store.close()
  return {
    plain: plainTimes,
    withFacets: facetTimes,
    like: best && stored ? { best, stored } : null,
    mainThreadMs: (user + system) / 1000 / (rounds * querySet.length),
  }
}
