import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
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

/** Starts a fresh server in a temporary folder on a free port of 127.0.0.1. `stop` ends it and deletes the folder. */
export const startPostgresCluster = async (): Promise<PostgresCluster> => {
  const initdb = ensureSystemProgram(postgresInitdb)
  const account = getuid?.() === 0 ? postgresAccount() : null
  const folder = mkdtempSync(join(tmpdir(), 'gazette-postgres-'))
  const deleteFolder = () => rmSync(folder, { recursive: true, force: true })
  try {
    if (account !== null) chownSync(folder, account.uid, account.gid)
    const data = join(folder, 'data')
    const options = { ...account, cwd: folder, env: { ...systemLocale } }
    execFileSync(initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], options)
    const port = await findFreePort()
    const settings = throwAwaySettings.flatMap((setting) => ['-c', setting])
    const server = spawn(join(dirname(initdb), 'postgres'), ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', `${port}`, ...settings], {
      ...options,
      // A group of its own: a terminal's Ctrl-C must not end the server under the tests that are still stopping.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await untilReady(server)
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stopServer(server).finally(deleteFolder) }
  } catch (error) {
    deleteFolder()
    throw error
  }
}

const systemLocale = { LC_ALL: 'C', PATH: '/usr/bin:/bin' }

const postgresAccount = (): Account => {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const untilReady = (server: ChildProcess): Promise<void> =>
  new Promise((settle, reject) => {
    let log = ''
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = `${log}${text}`.slice(-10_000)
      if (log.includes('ready to accept connections')) settle()
    })
  })

/** SIGQUIT ends PostgreSQL at once, without writing what nobody will read. */
const stopServer = (server: ChildProcess): Promise<void> =>
  new Promise((settle) => {
    if (server.exitCode !== null || server.signalCode !== null) return settle()
    server.once('exit', () => settle())
    server.kill('SIGQUIT')
  })
