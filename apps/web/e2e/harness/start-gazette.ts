import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { type Service, startService } from '@gazette/config/scripts/service.ts'
import { waitUntilReady } from '@gazette/config/scripts/wait-until-ready.ts'
import { apiFlags, workspaceEnvironment, workspaceNode, workspaceRoot } from '@gazette/config/scripts/workspace.mjs'

/** What a command of the operator's tool printed, and its exit code. */
export type CommandResult = { code: number | null; stdout: string; stderr: string }

/** A real API with the sample content in a database of its own, and the built site in front of it. */
export type Gazette = {
  siteUrl: string
  apiUrl: string
  /** The processes, for what is measured of them. */
  pids: () => { api: number; site: number }
  /** What the processes run with, for others beside them. */
  env: NodeJS.ProcessEnv
  /** Runs a command of the operator's tool against the running database. */
  run: (...args: string[]) => Promise<CommandResult>
  startApi: () => Promise<void>
  stopApi: () => Promise<void>
  /** Stops both servers and deletes the data. */
  stop: () => Promise<void>
}

const readyTimeoutSeconds = 60
const api = join(workspaceRoot, 'apps', 'api')
const web = join(workspaceRoot, 'apps', 'web')

/** Starts API and site on free ports of 127.0.0.1; resolves once both answer. */
export const startGazette = async (): Promise<Gazette> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-browser-'))
  const [apiPort, webPort] = [await findFreePort(), await findFreePort()]
  const [apiUrl, siteUrl] = [`http://127.0.0.1:${apiPort}`, `http://127.0.0.1:${webPort}`]
  const env = workspaceEnvironment({
    HOST: '127.0.0.1',
    API_PORT: `${apiPort}`,
    WEB_PORT: `${webPort}`,
    API_URL: apiUrl,
    SITE_URL: siteUrl,
    DATABASE_URL: `file:${join(folder, 'gazette.db')}`,
    MEDIA_DIR: join(folder, 'media'),
    SEARCH_DIR: join(folder, 'search'),
    PAGES_DIR: join(folder, 'pages'),
    SAMPLE_CONTENT: 'on',
    NODE_ENV: 'production',
  })
  let apiService: Service | null = null
  let webService: Service | null = null
  const startApi = async () => {
    apiService = startService({ name: 'api', args: [...apiFlags, join('src', 'start.mjs')], cwd: api, env })
    await untilReady(apiService, `${apiUrl}/readyz`)
  }
  const stopApi = async () => {
    await apiService?.stop()
  }
  const stop = async () => {
    await webService?.stop()
    await stopApi()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await startApi()
    webService = startService({ name: 'web', args: [join('src', 'server', 'start.mjs')], cwd: web, env })
    await untilReady(webService, `${siteUrl}/`)
  } catch (error) {
    await stop()
    throw error
  }
  const pids = () => ({ api: apiService?.pid ?? 0, site: webService?.pid ?? 0 })
  return { siteUrl, apiUrl, pids, env, run: (...args) => runCommand(args, env), startApi, stopApi, stop }
}

const untilReady = async (service: Service, url: string): Promise<void> => {
  try {
    await waitUntilReady(service, { url, timeoutSeconds: readyTimeoutSeconds, signal: new AbortController().signal })
  } catch (cause) {
    throw new Error(service.lastLines().join('\n'), { cause })
  }
}

const runCommand = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandResult> =>
  new Promise((settle, reject) => {
    const child = spawn(workspaceNode, [join(api, 'src', 'cli', 'gazette.ts'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code) => settle({ code, stdout, stderr }))
  })
