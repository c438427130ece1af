import { join } from 'node:path'
import { readAddresses } from './read-addresses.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { serve } from './serve.ts'
import { workspaceEnvironment, workspaceRoot } from './workspace.mjs'

const report = (name: string) => (line: string) => process.stdout.write(`${name} | ${line}\n`)

await runUntilStopped(async (signal) => {
  const addresses = readAddresses(workspaceEnvironment())
  const env = workspaceEnvironment({ SITE_URL: addresses.siteUrl, API_URL: addresses.apiUrl })
  const web = join(workspaceRoot, 'apps', 'web')
  const next = join(web, 'node_modules', 'next', 'dist', 'bin', 'next')
  await serve({
    addresses,
    signal,
    api: { name: 'api', args: ['--watch', join('src', 'server.ts')], cwd: join(workspaceRoot, 'apps', 'api'), env, onLine: report('api') },
    web: {
      name: 'web',
      args: [next, 'dev', '--hostname', addresses.host, '--port', `${addresses.webPort}`],
      cwd: web,
      env,
      onLine: report('web'),
    },
  })
})
