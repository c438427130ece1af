import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { startService } from '@gazette/config/scripts/service.ts'
import { waitUntilReady } from '@gazette/config/scripts/wait-until-ready.ts'
import { apiFlags, workspaceEnvironment } from '@gazette/config/scripts/workspace.mjs'

/** The API with its sample content, as operators start it. */
export type StartedApi = { origin: string; stop(): Promise<void> }

/** Starts an API on a free port of 127.0.0.1, in an empty folder of its own. */
export const startApi = async (): Promise<StartedApi> => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-docs-'))
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const env = workspaceEnvironment({
    HOST: '127.0.0.1',
    API_PORT: `${port}`,
    API_URL: origin,
    DATABASE_URL: `file:${join(folder, 'gazette.db')}`,
    MEDIA_DIR: join(folder, 'media'),
    SEARCH_DIR: join(folder, 'search'),
    SAMPLE_CONTENT: 'on',
  })
  const service = startService({
    name: 'api',
    args: [...apiFlags, join('src', 'start.mjs')],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env,
  })
  const stop = async () => {
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(service, { url: `${origin}/readyz`, timeoutSeconds: 60, signal: new AbortController().signal })
  } catch (cause) {
    await stop()
    throw new Error(service.lastLines().join('\n'), { cause })
  }
  return { origin, stop }
}
