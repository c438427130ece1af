import { join } from 'node:path'
import { buildWorkspace } from './build-workspace.ts'
import { noteworthyLine } from './noteworthy-line.ts'
import { readAddresses } from './read-addresses.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { serve } from './serve.ts'
import { apiFlags, workspaceEnvironment, workspaceRoot } from './workspace.mjs'

let isReady = false

/** While they start, the servers' lines are kept back: they matter only when the start fails, and then they are shown. */
const report = (name: string) => (line: string) => {
  const text = isReady ? noteworthyLine(line) : null
  if (text !== null) process.stderr.write(`${name} | ${text}\n`)
}

await runUntilStopped(async (signal) => {
  const addresses = readAddresses(workspaceEnvironment())
  const env = workspaceEnvironment({ SITE_URL: addresses.siteUrl, API_URL: addresses.apiUrl, NODE_ENV: 'production' })
  await buildWorkspace()
  if (signal.aborted) return
  process.stdout.write('→ 启动服务 Starting the servers\n')
  await serve({
    addresses,
    signal,
    onReady: () => {
      isReady = true
    },
    api: {
      name: 'api',
      args: [...apiFlags, join('src', 'start.mjs')],
      cwd: join(workspaceRoot, 'apps', 'api'),
      env,
      onLine: report('api'),
    },
    web: { name: 'web', args: [join('src', 'server', 'start.mjs')], cwd: join(workspaceRoot, 'apps', 'web'), env, onLine: report('web') },
  })
})
