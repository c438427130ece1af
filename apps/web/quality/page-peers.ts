import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { findProgram } from '@gazette/config/scripts/find-program.ts'
import { findFreePort } from '@gazette/config/scripts/free-port.ts'
import { type Service, startService } from '@gazette/config/scripts/service.ts'
import { waitUntilReady } from '@gazette/config/scripts/wait-until-ready.ts'
import { workspaceEnvironment, workspaceNode, workspaceRoot } from '@gazette/config/scripts/workspace.mjs'

/** Other servers that send the same page: addresses, the page's size, and how to stop them. */
export type Peers = { next: string; fastify: string; nginx: string | null; bytes: number; stop: () => Promise<void> }

const web = join(workspaceRoot, 'apps', 'web')
const nextCli = join(web, 'node_modules', 'next', 'dist', 'bin', 'next')
const env = workspaceEnvironment({ NODE_ENV: 'production' })
const readySeconds = 60

const startNode = async (args: readonly string[], cwd: string, port: number): Promise<Service> => {
  const service = startService({ name: 'peer', args, cwd, env })
  await waitUntilReady(service, { url: `http://127.0.0.1:${port}/`, timeoutSeconds: readySeconds, signal: new AbortController().signal })
  return service
}

/** A site of one static page without framework script, whose text is that of the page. Inside the workspace, so that it finds Next. */
const buildNext = async (folder: string, html: string): Promise<void> => {
  await mkdir(join(folder, 'pages'), { recursive: true })
  // Its own, lest Next takes that of the site above it.
  await writeFile(join(folder, 'next.config.mjs'), 'export default {}\n')
  const body = html.slice(html.indexOf('<body'), html.lastIndexOf('</body>'))
  await writeFile(
    join(folder, 'pages', 'index.js'),
    `export const config = { unstable_runtimeJS: false }\nexport default function Page() {\n  return <div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(body)} }} />\n}\n`,
  )
  await promisify(execFile)(workspaceNode, [nextCli, 'build'], { cwd: folder, env })
}

const startNginx = async (program: string, folder: string, port: number): Promise<() => Promise<void>> => {
  const config = join(folder, 'nginx.conf')
  const http = `access_log off; open_file_cache max=10; server { listen 127.0.0.1:${port}; root ${folder}; location / { index page.br; default_type text/html; } }`
  await writeFile(
    config,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; events {} http { ${http} }\n`,
  )
  const child = spawn(program, ['-p', folder, '-c', config], { stdio: 'ignore' })
  return async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }
}

/** Starts what else could send the page at `url`. */
export const startPeers = async (folder: string, url: string): Promise<Peers> => {
  const html = await (await fetch(url)).text()
  const bytes = brotliCompressSync(html)
  const file = join(folder, 'page.br')
  await writeFile(file, bytes)
  // nginx reads as a user of its own.
  await chmod(folder, 0o755)
  const [nextPort, fastifyPort, nginxPort] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const nextFolder = join(import.meta.dirname, 'results', 'next-peer')
  await buildNext(nextFolder, html)
  const next = await startNode([nextCli, 'start', '-p', `${nextPort}`, '-H', '127.0.0.1'], nextFolder, nextPort)
  const fastify = await startNode([join(import.meta.dirname, 'fastify-peer.ts'), `${fastifyPort}`, file], web, fastifyPort)
  const nginxProgram = findProgram(['nginx'], ['/usr/sbin/nginx'])
  const stopNginx = nginxProgram === null ? null : await startNginx(nginxProgram, folder, nginxPort)
  const address = (port: number) => `http://127.0.0.1:${port}/`
  return {
    next: address(nextPort),
    fastify: address(fastifyPort),
    nginx: stopNginx && address(nginxPort),
    bytes: bytes.length,
    stop: async () => void (await Promise.all([next.stop(), fastify.stop(), stopNginx?.()])),
  }
}
