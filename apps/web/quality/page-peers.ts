import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findProgram } from '@gazette/config/scripts/find-program.ts'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { type Service, startService } from '@gazette/config/scripts/service.ts'
import { waitUntilReady } from '@gazette/config/scripts/wait-until-ready.ts'
import { workspaceEnvironment, workspaceNode, workspaceRoot } from '@gazette/config/scripts/workspace.mjs'

/** A page as the site sends it. */
export type SentPage = { name: string; html: Buffer; br: Buffer }
/** Another server that sends the same pages: where the one of that name is, compressed or not, and its process. */
export type Peer = { url: (name: string, isCompressed: boolean) => string; pid: number; stop: () => Promise<unknown> }
export type Peers = { next: Peer; fastify: Peer; nginx: Peer | null }

const web = join(workspaceRoot, 'apps', 'web')
const nextCli = join(web, 'node_modules', 'next', 'dist', 'bin', 'next')
const env = workspaceEnvironment({ NODE_ENV: 'production' })
const readySeconds = 60

const startNode = async (args: readonly string[], cwd: string, readyUrl: string): Promise<Service> => {
  const service = startService({ name: 'peer', args, cwd, env })
  await waitUntilReady(service, { url: readyUrl, timeoutSeconds: readySeconds, signal: new AbortController().signal })
  return service
}

/**
 * `next start` with static pages: built by Next, their bytes then replaced by those of the site.
 * It compresses by itself, for whoever takes gzip, each time anew. Inside the workspace, so that it finds Next.
 */
const startNext = async (pages: readonly SentPage[]): Promise<Peer> => {
  const folder = join(import.meta.dirname, 'results', 'next-peer')
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'pages'), { recursive: true })
  // Its own, lest Next takes that of the site above it.
  await writeFile(join(folder, 'next.config.mjs'), 'export default {}\n')
  const source = 'export const config = { unstable_runtimeJS: false }\nexport default function Page() { return null }\n'
  for (const { name } of pages) await writeFile(join(folder, 'pages', `${name}.js`), source)
  await promisify(execFile)(workspaceNode, [nextCli, 'build'], { cwd: folder, env })
  for (const { name, html } of pages) await writeFile(join(folder, '.next', 'server', 'pages', `${name}.html`), html)
  const origin = `http://127.0.0.1:${await findFreePort()}`
  const args = [nextCli, 'start', '-p', new URL(origin).port, '-H', '127.0.0.1']
  const { pid = 0, stop } = await startNode(args, folder, `${origin}/${pages[0]?.name}`)
  return { url: (name) => `${origin}/${name}`, pid, stop }
}

const startFastify = async (folder: string): Promise<Peer> => {
  const port = await findFreePort()
  const url = (name: string, isCompressed: boolean) => `http://127.0.0.1:${port}/${name}.html${isCompressed ? '.br' : ''}`
  const { pid = 0, stop } = await startNode([join(import.meta.dirname, 'fastify-peer.ts'), `${port}`, folder], web, url('home', true))
  return { url, pid, stop }
}

const startNginx = async (program: string, folder: string): Promise<Peer> => {
  const port = await findFreePort()
  const config = join(folder, 'nginx.conf')
  const types = 'default_type text/html; charset utf-8; location ~ \\.br$ { add_header content-encoding br; }'
  const http = `access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10; server { listen 127.0.0.1:${port}; root ${folder}; ${types} }`
  await writeFile(
    config,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; events {} http { ${http} }\n`,
  )
  const child = spawn(program, ['-p', folder, '-c', config], { stdio: 'ignore' })
  const stop = async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }
  const url = (name: string, isCompressed: boolean) => `http://127.0.0.1:${port}/${name}.html${isCompressed ? '.br' : ''}`
  return { url, pid: child.pid ?? 0, stop }
}

/** Starts what else could send these pages; `folder` is a new one of its own. */
export const startPeers = async (folder: string, pages: readonly SentPage[]): Promise<Peers> => {
  for (const { name, html, br } of pages) {
    await writeFile(join(folder, `${name}.html`), html)
    await writeFile(join(folder, `${name}.html.br`), br)
  }
  // nginx reads as a user of its own.
  await chmod(folder, 0o755)
  const next = await startNext(pages)
  const fastify = await startFastify(folder)
  const nginx = findProgram(['nginx'], ['/usr/sbin/nginx'])
  return { next, fastify, nginx: nginx === null ? null : await startNginx(nginx, folder) }
}
