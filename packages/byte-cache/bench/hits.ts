/** Hits a second of find and send, against bare node:http, interleaved; needs wrk: `node bench/hits.ts [SECONDS] [ROUNDS]`. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'

const [seconds = '3', rounds = '3'] = process.argv.slice(2)
const server = spawn(process.execPath, [new URL('./server.ts', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] })
const [port] = await once(server.stdout, 'data')
const origin = `http://127.0.0.1:${String(port).trim()}`

const run = async (path: string, headers: string[]): Promise<number> => {
  const flags = headers.flatMap((header) => ['-H', header])
  const { stdout } = await promisify(execFile)('wrk', ['-t1', '-c32', `-d${seconds}s`, ...flags, origin + path])
  if (stdout.includes('Non-2xx') && !headers.some((header) => header.startsWith('If-None-Match'))) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

const br = 'Accept-Encoding: gzip, deflate, br, zstd'
const response = await fetch(`${origin}/ready/small`, { headers: { 'accept-encoding': 'identity' } })
const etag = `If-None-Match: ${response.headers.get('etag')}`
/** Name, bare path, ready path, headers. */
const cases: [string, string, string, string[]][] = [
  ['12 kB', '/bare/small', '/ready/small', []],
  ['12 kB in br', '/bare-br/small', '/ready/small', [br]],
  ['304, against 12 kB', '/bare/small', '/ready/small', [etag]],
  ['124 kB', '/bare/large', '/ready/large', []],
  ['124 kB in br', '/bare-br/large', '/ready/large', [br]],
]
const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

const results = cases.map(([name]) => ({ name, bare: [] as number[], ready: [] as number[] }))
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [index, [, barePath, readyPath, headers]] of cases.entries()) {
    results[index]?.bare.push(await run(barePath, headers))
    results[index]?.ready.push(await run(readyPath, headers))
  }
}
server.kill()
for (const { name, bare, ready } of results) {
  const ratio = median(ready.map((perSecond, round) => perSecond / (bare[round] ?? Number.NaN)))
  const columns = [median(bare).toFixed(0), median(ready).toFixed(0), ratio.toFixed(2)].map((column) => column.padStart(8))
  process.stdout.write(`${name.padEnd(20)} bare ${columns[0]}   find and send ${columns[1]}   ratio ${columns[2]}\n`)
}
