import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { apiFlags, stopWithParent, workspaceEnvironment } from '@gazette/config/scripts/workspace.mjs'

/** A server in a process of its own. */
export type RunningServer = {
  origin: string
  startMilliseconds: number
  memoryMegabytes(): Promise<number>
  /** Processor time it has used so far; NaN where that cannot be told. */
  cpuSeconds(): Promise<number>
  /** Reads the files without a name that it has open (Linux): a system may have taken their memory back while nobody asked. */
  readOwnFiles(): Promise<void>
  stop(): Promise<void>
}

const patienceMilliseconds = 60_000

const spawnNode = (args: readonly string[], environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', stopWithParent, ...args], {
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

const ticksPerSecond = 100

const readChildren = async (pid: number | string | undefined): Promise<string[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).split(' ').filter(Boolean)

// User and system time (proc_pid_stat(5)), and that of the processes it has started; the name in brackets may hold anything.
const readCpu = async (pid: number | string | undefined): Promise<number> => {
  const children = await Promise.all((await readChildren(pid)).map(readCpu))
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return children.reduce((sum, seconds) => sum + (seconds || 0), (Number(fields[11]) + Number(fields[12])) / ticksPerSecond)
}

const readOwnFiles = async (pid: number | undefined): Promise<void> => {
  const folder = `/proc/${pid}/fd`
  for (const descriptor of await readdir(folder).catch(() => [])) {
    const path = await readlink(`${folder}/${descriptor}`).catch(() => '')
    if (path.startsWith('/') && path.endsWith(' (deleted)')) await once(createReadStream(`${folder}/${descriptor}`).resume(), 'close')
  }
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Starts the API as `npm run start:api` does, with these variables, and waits until it is ready. */
export const startApi = async (environment: Record<string, string>): Promise<RunningServer> => {
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawnNode([...apiFlags, fileURLToPath(new URL('../src/start.mjs', import.meta.url))], {
    HOST: '127.0.0.1',
    API_PORT: String(port),
    ...environment,
  })
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
    cpuSeconds: () => readCpu(child.pid),
    readOwnFiles: () => readOwnFiles(child.pid),
    stop: () => stop(child),
  }
}

/** The bare servers: two origins of one process. */
export type Baselines = { fastify: string; http: string; cpuSeconds(): Promise<number>; stop(): Promise<void> }

/** Starts the bare servers with the answers in `file`. */
export const startBaselines = async (file: string): Promise<Baselines> => {
  const child = spawnNode([fileURLToPath(new URL('./baseline-server.ts', import.meta.url)), file], {})
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface(child.stdout)
  const [line] = (await once(lines, 'line')) as [string]
  const [fastify, http] = line.split(' ')
  return {
    fastify: `http://127.0.0.1:${fastify}`,
    http: `http://127.0.0.1:${http}`,
    cpuSeconds: () => readCpu(child.pid),
    stop: () => stop(child),
  }
}
