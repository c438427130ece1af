import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addCounts, type Counts, countStep } from './count-tests.ts'
import { findFreePort } from './free-port.ts'
import { workspaceEnvironment, workspaceRoot } from './workspace.mjs'

const stopTimeoutMilliseconds = 20_000

type Smoke = { root: string; env: NodeJS.ProcessEnv; timeoutSeconds: number; signal: AbortSignal }

/** Starts everything with `npm start` as a person would, in this checkout with a data folder of its own. */
export const smokeStart = async (signal: AbortSignal): Promise<Counts> => {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-start-'))
  const env = personEnvironment({
    DATABASE_URL: `file:${join(folder, 'gazette.db')}`,
    MEDIA_DIR: join(folder, 'media'),
    SEARCH_DIR: join(folder, 'search'),
    PAGES_DIR: join(folder, 'pages'),
  })
  try {
    return await smokeNpmStart({ root: workspaceRoot, env, timeoutSeconds: 120, signal })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The environment of a person's shell, which knows nothing of the workspace's tools. */
export const personEnvironment = (overrides: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const env = workspaceEnvironment(overrides)
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(workspaceRoot))
  return { ...env, PATH: folders.join(delimiter) }
}

/** Runs `npm start` in `root` on free ports, reads both servers, asks for the end as Ctrl-C does, and expects exit code 0. */
export const smokeNpmStart = async ({ root, env, timeoutSeconds, signal }: Smoke): Promise<Counts> => {
  const [apiPort, webPort] = [await findFreePort(), await findFreePort()]
  const ports = { API_PORT: `${apiPort}`, WEB_PORT: `${webPort}`, API_URL: '', SITE_URL: '' }
  const npm = spawn('npm', ['start'], { cwd: root, env: { ...env, ...ports }, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  npm.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const exited = new Promise<number | null>((settle) => npm.once('exit', settle))
  const deadline = performance.now() + timeoutSeconds * 1000
  while (!printed.includes('Gazette 已就绪') && npm.exitCode === null && performance.now() < deadline && !signal.aborted) await sleep(100)
  const answers = await Promise.all([
    readStatus(`http://127.0.0.1:${apiPort}/v1/articles`),
    readStatus(`http://127.0.0.1:${webPort}/`),
    readStatus(`http://127.0.0.1:${apiPort}/docs`),
  ])
  npm.kill('SIGINT')
  const code = await Promise.race([exited, sleep(stopTimeoutMilliseconds, null, { ref: false })])
  if (code === null && npm.pid !== undefined && npm.exitCode === null) process.kill(-npm.pid, 'SIGKILL')
  const stillListening = (await readStatus(`http://127.0.0.1:${apiPort}/livez`)) !== null
  return report([
    [`npm start 打印站点地址 prints the site's address`, printed.includes(`http://127.0.0.1:${webPort}`)],
    ['接口与网站可读 API and site answer 200', answers.every((status) => status === 200)],
    [`Ctrl-C 后正常退出 Ctrl-C ends it with exit code 0 (${code})`, code === 0],
    ['停止后不再监听 nothing listens after it', !stillListening],
  ])
}

const readStatus = async (url: string): Promise<number | null> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}

const report = (promises: readonly (readonly [title: string, kept: boolean])[]): Counts => {
  for (const [title, kept] of promises) process.stdout.write(`${kept ? '✓' : '✗'} ${title}\n`)
  return addCounts(promises.map(([, kept]) => countStep(kept)))
}
