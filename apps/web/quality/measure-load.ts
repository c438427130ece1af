import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { cpuMilliseconds } from './process-usage.ts'

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Requests a second, and the processor time of one in microseconds. */
export type Rate = { perSecond: number; microseconds: number }
export type Target = { url: string; pid: number }

const connections = 32

/** What Chrome and Firefox send. */
export const browserEncodings = 'gzip, deflate, br, zstd'

/** Loads a server with wrk for a while; `pid` is its process. */
export const measureLoad = async ({ url, pid }: Target, acceptEncoding: string, seconds: number): Promise<Rate> => {
  const before = cpuMilliseconds(pid)
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-H', `accept-encoding: ${acceptEncoding}`, url]
  const { stdout } = await promisify(execFile)('wrk', args)
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url}: ${stdout}`)
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1])
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    microseconds: ((cpuMilliseconds(pid) - before) * 1000) / requests,
  }
}
