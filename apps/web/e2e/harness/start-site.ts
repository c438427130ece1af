import { join } from 'node:path'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { startService } from '@gazette/config/scripts/service.ts'
import { waitUntilReady } from '@gazette/config/scripts/wait-until-ready.ts'
import { workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import type { Gazette } from './start-gazette.ts'

const readyTimeoutSeconds = 60

/** `lines` are what it printed last; `stop` resolves once it has ended. */
export type Site = { url: string; pid: number; lines: () => readonly string[]; stop: () => Promise<unknown> }

/** Starts one more process of the site over the API of `gazette`; resolves once it answers. */
export const startSite = async ({ env }: Gazette): Promise<Site> => {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const service = startService({
    name: 'another site',
    args: [join('src', 'server', 'start.mjs')],
    cwd: join(workspaceRoot, 'apps', 'web'),
    env: { ...env, WEB_PORT: `${port}` },
  })
  try {
    await waitUntilReady(service, { url: `${url}/`, timeoutSeconds: readyTimeoutSeconds, signal: new AbortController().signal })
  } catch (cause) {
    await service.stop()
    throw new Error(service.lastLines().join('\n'), { cause })
  }
  return { url, pid: service.pid ?? 0, lines: service.lastLines, stop: service.stop }
}
