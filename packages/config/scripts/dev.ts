import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAddresses } from './read-addresses.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { serve } from './serve.ts'
import { workspaceEnvironment, workspaceRoot } from './workspace.mjs'

const report = (name: string) => (line: string) => process.stdout.write(`${name} | ${line}\n`)
const api = join(workspaceRoot, 'apps', 'api')
const web = join(workspaceRoot, 'apps', 'web')
const watch = (...folders: string[]) => [
  '--watch-preserve-output',
  ...folders.map((folder) => `--watch-path=${join(workspaceRoot, folder)}`),
]

await runUntilStopped(async (signal) => {
  const addresses = readAddresses(workspaceEnvironment())
  const env = workspaceEnvironment({ SITE_URL: addresses.siteUrl, API_URL: addresses.apiUrl })
  await serve({
    addresses,
    signal,
    api: {
      name: 'api',
      args: [...watch('apps/api/src', 'packages/schema/src', 'packages/byte-cache/src'), join('src', 'server.ts')],
      cwd: api,
      env,
      onLine: report('api'),
    },
    web: {
      name: 'web',
      args: [
        ...watch('apps/web/src', 'packages/schema/src', 'packages/byte-cache/src'),
        fileURLToPath(new URL('dev-site.ts', import.meta.url)),
      ],
      cwd: web,
      env,
      onLine: report('web'),
    },
  })
})
