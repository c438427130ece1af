import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personEnvironment, smokeNpmStart } from './smoke-start.ts'
import { workspaceRoot } from './workspace.mjs'

const stopping = new AbortController()
process.on('SIGINT', () => stopping.abort()).on('SIGTERM', () => stopping.abort())

/** `npm start` as on a machine that has only Node and npm: a new clone of what is committed, every cache empty. */
const folder = mkdtempSync(join(tmpdir(), 'gazette-fresh-'))
const root = join(folder, 'clone')
try {
  execFileSync('git', ['clone', '--quiet', workspaceRoot, root])
  const env = personEnvironment({
    DATABASE_URL: `file:${join(root, 'data', 'gazette.db')}`,
    MEDIA_DIR: join(root, 'data', 'media'),
    SEARCH_DIR: join(root, 'data', 'search'),
    PAGES_DIR: join(root, 'data', 'pages'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'share'),
    XDG_STATE_HOME: join(folder, 'state'),
    npm_config_cache: join(folder, 'npm'),
    pnpm_config_store_dir: join(folder, 'store'),
  })
  const first = await smokeNpmStart({ root, env, timeoutSeconds: 600, signal: stopping.signal })
  const second = await smokeNpmStart({ root, env, timeoutSeconds: 60, signal: stopping.signal })
  process.exitCode = first.failed + second.failed === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
