import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { stopWithParent, workspaceEnvironment } from '@gazette/config/scripts/workspace.mjs'

/** A server in a process of its own. */
export type RunningServer = { origin: string; startMilliseconds: number; memoryMegabytes(): Promise<number>; stop(): Promise<void> }

const patienceMilliseconds = 60_000

const spawnNode = (file: URL, args: readonly string[], environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', stopWithParent, file.pathname, ...args], {
    env: workspaceEnvironment(environment),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((settle) => child.once('exit', settle))
  child.kill('SIGTERM')
  await ended
}

// What the process occupies in memory (Linux); elsewhere the figure is left out.
const readMemory = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  await new Promise((settle) => server.close(settle))
  return typeof address === 'object' && address ? address.port : 0
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Starts the API as `npm run start:api` does, with these variables, and waits until it is ready. */
export const startApi = async (environment: Record<string, string>): Promise<RunningServer> => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawnNode(new URL('../src/server.ts', import.meta.url), [], { HOST: '127.0.0.1', API_PORT: String(port), ...environment })
  child.stdout?.resume()
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || performance.now() - started > patienceMilliseconds) {
      await stop(child)
      throw new Error('the API did not start')
    }
    await delay(20)
  }
  return {
    origin,
    startMilliseconds: performance.now() - started,
    memoryMegabytes: () => readMemory(child.pid),
    stop: () => stop(child),
  }
}

/** Starts the bare servers with the answers in `file`. */
export const startBaselines = async (file: string): Promise<{ fastify: string; http: string; stop(): Promise<void> }> => {
  const child = spawnNode(new URL('./baseline-server.ts', import.meta.url), [file], {})
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface(child.stdout)
  const [line] = (await once(lines, 'line')) as [string]
  const [fastify, http] = line.split(' ')
  return { fastify: `http://127.0.0.1:${fastify}`, http: `http://127.0.0.1:${http}`, stop: () => stop(child) }
}
