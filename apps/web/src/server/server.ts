import { createServer, type RequestListener } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createByteCache } from '@gazette/byte-cache/byte-cache'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import closeWithGrace from 'close-with-grace'
import next from 'next'
import { openContentApi } from '../content-api/open-content-api.ts'
import { enhancementFile, enhancementPath } from '../enhance/enhancement-path.ts'
import { readSiteConfig } from '../site/site-config.ts'
import { ChangeFollower } from './follow-changes.ts'
import { createRequestListener } from './handle-request.ts'
import { toOpenSearchDescription } from './open-search-description.ts'
import { findDocument, toApiDocumentPath } from './read-document.ts'
import { renderPage } from './render-page.ts'
import { toRobots } from './robots.ts'
import { securityHeaders } from './security-headers.ts'
import { readStaticFiles } from './static-files.ts'

const cacheBytesMaximum = 128 * 1024 * 1024
const lastGoodPageSeconds = 24 * 3600
const pollSeconds = 25
const graceMilliseconds = 5000
/** Ages told on pages ("N years ago") move on even when nothing changes. */
const pageLifetimeSeconds = 12 * 3600

const openSearchPath = '/opensearch.xml'
const openSearchHeaders = { 'content-type': 'application/opensearchdescription+xml', 'cache-control': 'public, max-age=86400' }

const log = (line: string): void => void process.stderr.write(`${line}\n`)
const app = fileURLToPath(new URL('../../', import.meta.url))
const config = readSiteConfig()
const headers = securityHeaders(config)
const stopping = new AbortController()

const cache = createByteCache({ maximumBytes: cacheBytesMaximum, now: Date.now, staleSeconds: lastGoodPageSeconds })
const changes = openContentApi({
  apiUrl: config.apiUrl,
  // Whoever asks the site to stop does not wait until the API has news.
  fetch: (url, options) => fetch(url, { ...options, signal: AbortSignal.any([options.signal, stopping.signal]) }),
})
const follower = new ChangeFollower({
  cache,
  read: (cursor) => changes.followChanges(cursor, follower.isFollowing ? pollSeconds : 0),
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => {}),
  now: Date.now,
  signal: stopping.signal,
  onState: (state) =>
    log(state === 'following' ? '已跟随内容变更 following the change log' : '失去变更日志，页面不再视为最新 change log lost'),
})

const nextApp = next({ dev: false, dir: app, quiet: true })
await nextApp.prepare()
const nextHandler = nextApp.getRequestHandler()
const handlePage: RequestListener = (request, response) => void nextHandler(request, response)

/** What machines read; null for the address of a page. */
const findMachineDocument = async (path: string): Promise<MadeAnswer | null> => {
  if (path !== openSearchPath) {
    const documentPath = toApiDocumentPath(path)
    return documentPath === null ? null : findDocument(config.apiUrl, documentPath, fetch)
  }
  const api = openContentApi({ apiUrl: config.apiUrl, fetch })
  const body = toOpenSearchDescription(await api.getSite())
  return { status: 200, headers: openSearchHeaders, body, dependencies: api.dependencies() }
}

const server = createServer(
  createRequestListener({
    cache,
    securityHeaders: headers,
    isSecure: config.siteUrl.startsWith('https:'),
    staticFiles: readStaticFiles({
      nextStatic: `${app}.next/static`,
      publicFiles: `${app}public`,
      robots: toRobots(config.siteUrl),
      enhancement: { address: enhancementPath(), file: enhancementFile },
    }),
    render: async (path) => {
      const isFresh = follower.isFollowing
      const document = await findMachineDocument(path)
      const made = document ?? (await renderPage(handlePage, path, new URL(config.siteUrl).host))
      return { ...made, headers: { ...headers, ...made.headers }, lifetimeSeconds: isFresh ? pageLifetimeSeconds : 0 }
    },
    submit: async (path, form) => {
      const made = await renderPage(handlePage, path, new URL(config.siteUrl).host, form)
      return { ...made, headers: { ...headers, ...made.headers } }
    },
    onError: (error, path) => log(`${path} ${error instanceof Error ? error.message : String(error)}`),
  }),
)

server.listen(config.webPort, config.host, () => log(`网站 site: http://${config.host}:${config.webPort}`))
const following = follower.run()

// A mistake in one page must not take the site away from everybody: Next reports it, the site goes on.
closeWithGrace({ delay: graceMilliseconds, logger: false, skip: ['unhandledRejection'] }, async () => {
  stopping.abort()
  server.closeIdleConnections()
  await new Promise((resolve) => server.close(resolve))
  await nextApp.close()
  await following
})
