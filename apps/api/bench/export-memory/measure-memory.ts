/**
 * `node apps/api/bench/export-memory/measure-memory.ts`, with the variables of an installation that has its articles and its search
 * index already (see `gazette generate`): how much more memory the API takes while everything is exported. Writes `results.md`.
 */
import { writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { type RunningServer, startApi } from '../start-server.ts'

const sampleMs = 50
const slowSeconds = 20
const slowBytesASecond = 1_000_000

type Reading = { name: string; headers: Record<string, string>; bytesASecond: number; seconds: number }

const readings: readonly Reading[] = [
  {
    name: `1 MB a second, for ${slowSeconds} s`,
    headers: { 'accept-encoding': 'identity' },
    bytesASecond: slowBytesASecond,
    seconds: slowSeconds,
  },
  {
    name: 'as fast as it comes',
    headers: { 'accept-encoding': 'identity' },
    bytesASecond: Number.POSITIVE_INFINITY,
    seconds: Number.POSITIVE_INFINITY,
  },
  {
    name: 'as fast as it comes, gzip',
    headers: { 'accept-encoding': 'gzip' },
    bytesASecond: Number.POSITIVE_INFINITY,
    seconds: Number.POSITIVE_INFINITY,
  },
]

/** Reads an answer no faster than allowed. @returns bytes and lines that came */
const readExport = async (origin: string, { headers, bytesASecond, seconds }: Reading) => {
  const enough = new AbortController()
  const response = await fetch(`${origin}/v1/export/articles.ndjson`, { headers, signal: enough.signal })
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1000
  let [bytes, lines] = [0, 0]
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    for (const byte of part) if (byte === 10) lines += 1
    if (elapsed() > seconds) break
    const early = bytes / bytesASecond - elapsed()
    if (early > 0) await delay(early * 1000)
  }
  enough.abort()
  return { bytes, lines, seconds: elapsed() }
}

/** Does something and watches the memory of the server meanwhile. @returns its greatest extent in megabytes */
const watchMemory = async <T>(api: RunningServer, work: () => Promise<T>): Promise<{ result: T; peak: number }> => {
  let peak = 0
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await api.memoryMegabytes())
      await delay(sampleMs)
    }
  })()
  const result = await work()
  isDone = true
  await watching
  return { result, peak }
}

/** Articles that are made ready in the background meanwhile, by another process, take hours where there are a million. */
const settlingMs = 30_000

const settle = async (api: RunningServer): Promise<number> => {
  const until = performance.now() + settlingMs
  for (let before = -1, now = 0; now - before > 0.06 && performance.now() < until; await delay(2_000))
    [before, now] = [now, await api.cpuSeconds()]
  return api.memoryMegabytes()
}

const api = await startApi({ SAMPLE_CONTENT: 'off', LOG_LEVEL: 'warn', RATE_LIMIT: 'off' })
const rows: string[] = []

const report = (atRest: number): Promise<void> =>
  writeFile(
    new URL('results.md', import.meta.url),
    `# Memory while everything is exported

The memory (VmRSS) of the API at rest is ${atRest.toFixed(0)} MB. The readings follow one another in the same process.

| reading | articles | MB of text | seconds | memory at most, MB | more than at rest, MB |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
  )

try {
  const atRest = await settle(api)
  for (const reading of readings) {
    const { result, peak } = await watchMemory(api, () => readExport(api.origin, reading))
    const megabytes = (result.bytes / 1_000_000).toFixed(0)
    rows.push(
      `| ${reading.name} | ${result.lines || '–'} | ${megabytes} | ${result.seconds.toFixed(0)} | ${peak.toFixed(0)} | ${(peak - atRest).toFixed(0)} |`,
    )
    process.stderr.write(`${rows.at(-1)}\n`)
    await report(atRest)
  }
} finally {
  await api.stop()
}
