import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getuid } from 'node:process'
import { findFreePort } from './free-port.ts'
import { ensureSystemProgram, postgresInitdb } from './system-programs.ts'

/** A PostgreSQL server for tests. `url` names its empty first database; the user may create more. */
export type PostgresCluster = { url: string; stop: () => Promise<void> }

/** The account the server runs under: PostgreSQL refuses to be root. */
type Account = { uid: number; gid: number }

/** Nothing here outlives the tests, so nothing waits for a disk. */
const throwAwaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/**
 * Runs the server (`$@`) until standard input ends, which it does however this process ends, and deletes the folder:
 * nothing is left behind by tests that were killed.
 */
const keeper = `
"$@" & server=$!
cat > /dev/null
kill -QUIT $server
wait $server
cd / && rm -rf "$FOLDER"`

const startTimeoutMilliseconds = 60_000

/** Starts a fresh server in a temporary folder on a free port of 127.0.0.1. `stop` ends it and deletes the folder. */
export const startPostgresCluster = async (): Promise<PostgresCluster> => {
  const initdb = ensureSystemProgram(postgresInitdb)
  const account = getuid?.() === 0 ? postgresAccount() : null
  const folder = mkdtempSync(join(tmpdir(), 'gazette-postgres-'))
  if (account !== null) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const options = { ...account, cwd: folder, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', FOLDER: folder } }
  execFileSync(initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], options)
  const port = await findFreePort()
  const settings = throwAwaySettings.flatMap((setting) => ['-c', setting])
  const server = [join(dirname(initdb), 'postgres'), '-D', data, '-k', folder, '-h', '127.0.0.1', '-p', `${port}`, ...settings]
  const child = spawn('sh', ['-c', keeper, 'keeper', ...server], {
    ...options,
    // A group of its own: a terminal's Ctrl-C must not end the server under the tests that are still stopping.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const stop = () => stopKeeper(child)
  try {
    await untilReady(child)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}

const postgresAccount = (): Account => {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((settle, reject) => {
    let log = ''
    const fail = () => reject(new Error(`PostgreSQL 启动失败 did not start:\n${log}`))
    const timer = setTimeout(fail, startTimeoutMilliseconds)
    child.once('error', reject)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = `${log}${text}`.slice(-10_000)
      const isReady = log.includes('ready to accept connections')
      if (!isReady && !/FATAL|PANIC/.test(log)) return
      clearTimeout(timer)
      if (isReady) settle()
      else fail()
    })
  })

const stopKeeper = (child: ChildProcess): Promise<void> =>
  new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle()
    child.once('exit', () => settle())
    child.stdin?.end()
  })
