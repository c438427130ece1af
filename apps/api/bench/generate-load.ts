import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a load generator saw in one round. */
export type LoadResult = { requestsPerSecond: number; p99Milliseconds: number; failed: number }

/** What is asked: `paths` in turn, each answered with `status`; wrk tells errors only from what is none. */
export type Load = { origin: string; paths: readonly string[]; headers: Record<string, string>; status: number; seconds: number }

/** Asks a server over 32 connections as fast as it answers, from a process of its own. */
export type LoadGenerator = { name: string; run(load: Load): Promise<LoadResult> }

export const connections = 32
const run = promisify(execFile)

const toMilliseconds = (text: string): number => {
  const [, number = '', unit = ''] = /^([\d.]+)(us|ms|s|m)$/.exec(text) ?? []
  return Number(number) * ({ us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit] ?? Number.NaN)
}

const found = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''

// Requests are written before the clock starts, and no answer is looked at here, so that the generator is not what is measured: wrk
// itself counts every answer that is an error.
const script = (paths: readonly string[]): string => `
local paths = { ${paths.map((path) => JSON.stringify(path)).join(',')} }
local requests, at = {}, 0
function init()
  for index, path in ipairs(paths) do requests[index] = wrk.format(nil, path) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
`

const runWrk = async ({ origin, paths, headers, seconds }: Load): Promise<LoadResult> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-load-'))
  const file = join(folder, 'load.lua')
  const args = paths.length === 1 ? [`${origin}${paths[0]}`] : ['-s', file, origin]
  try {
    await writeFile(file, script(paths))
    const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '30s', ...flags, ...args])
    const socketErrors = (/Socket errors: (.*)/.exec(stdout)?.[1] ?? '').match(/\d+/g) ?? []
    return {
      requestsPerSecond: Number(found(stdout, /Requests\/sec:\s+([\d.]+)/)),
      p99Milliseconds: toMilliseconds(found(stdout, /^\s+99%\s+(\S+)/m)),
      failed: socketErrors.reduce((sum, count) => sum + Number(count), Number(found(stdout, /Non-2xx or 3xx responses: (\d+)/))),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const runAutocannon = async ({ origin, ...load }: Load): Promise<LoadResult> => {
  const program = new URL('./autocannon-round.ts', import.meta.url).pathname
  const folder = await mkdtemp(join(tmpdir(), 'gazette-load-'))
  const file = join(folder, 'load.json')
  try {
    await writeFile(file, JSON.stringify({ origin, ...load, connections }))
    const { stdout } = await run(process.execPath, [program, file])
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** wrk where it is installed: it costs a fifth of what a generator in JavaScript does, so that less of the machine is measured with it. */
export const findLoadGenerator = async (): Promise<LoadGenerator> => {
  const hasWrk = await run('wrk', ['-v']).then(
    () => true,
    (error: { code: unknown }) => error.code !== 'ENOENT',
  )
  return hasWrk ? { name: 'wrk, 1 thread', run: runWrk } : { name: 'autocannon', run: runAutocannon }
}
