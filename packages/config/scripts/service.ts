import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { stopWithParent, workspaceNode } from './workspace.mjs'

/** A server to run: `args` are for Node, the script first; `onLine` is told every line it prints. */
export type ServiceOptions = {
  name: string
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  onLine?: (line: string) => void
}

/** A running server. `pid` is undefined when it could not be started at all, `exited` gives its exit code, null when a signal ended it; `lastLines` what it printed last. */
export type Service = {
  name: string
  pid: number | undefined
  exited: Promise<number | null>
  stop: () => Promise<number | null>
  lastLines: () => readonly string[]
}

const keptLines = 40
const graceMilliseconds = 10_000

/** Starts a server in a process group of its own, so that only `stop` sends it signals. */
export const startService = ({ name, args, cwd, env, onLine = () => undefined }: ServiceOptions): Service => {
  const lines: string[] = []
  const child = spawn(workspaceNode, ['--import', stopWithParent, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (lines.length > keptLines) lines.shift()
      onLine(line)
    })
  }
  const exited = new Promise<number | null>((settle) => {
    child.once('error', (error) => {
      lines.push(error.message)
      settle(null)
    })
    child.once('close', (code) => settle(code))
  })
  const stop = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds)
    child.kill('SIGTERM')
    return exited.finally(() => clearTimeout(timer))
  }
  return { name, pid: child.pid, exited, stop, lastLines: () => lines }
}
