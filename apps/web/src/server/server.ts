import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createByteCache } from '@gazette/byte-cache/byte-cache'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'
import { representationFor } from '@gazette/byte-cache/representation-for'
import closeWithGrace from 'close-with-grace'
import next from 'next'
import { openAsk } from '../content-api/ask-api.ts'
import { openContentApi } from '../content-api/open-content-api.ts'
import { sendView } from '../content-api/send-view.ts'
import { enhancementFile, enhancementPath } from '../enhance/enhancement-path.ts'
import { readSiteConfig } from '../site/site-config.ts'
import { ChangeFollower } from './follow-changes.ts'
import { createRequestListener, type SiteServer } from './handle-request.ts'
import { loadPages, readBuild, savePages } from './keep-pages.ts'
import { keepSharedAnswers } from './keep-shared-answers.ts'
import { toOpenSearchDescription } from './open-search-description.ts'
import { findApiDocument, readDocument } from './read-document.ts'
import { type PageMaker, renderPage } from './render-page.ts'
import { toRobots } from './robots.ts'
import { securityHeaders } from './security-headers.ts'
import { readStaticFiles } from './static-files.ts'
import { warmUp } from './warm-up.ts'

const cacheBytesMaximum = 128 * 1024 * 1024
const sharedBytesMaximum = 8 * 1024 * 1024
const lastGoodPageSeconds = 24 * 3600
const pollSeconds = 25
/** What a process that is killed may lose of what it knew. */
const saveMilliseconds = 10 * 60 * 1000
/** How long a reader waits for a new page who could have the last good one. */
const patienceMilliseconds = 2000
const patienceInTroubleMilliseconds = 300
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
const sharedAnswers = createByteCache({ maximumBytes: sharedBytesMaximum, now: Date.now, staleSeconds: 0 })
// Whoever asks the site to stop does not wait until the API has news.
const changes = openContentApi({ ask: openAsk(config.apiUrl, stopping.signal) })
const follower = new ChangeFollower({
  caches: [sharedAnswers, cache],
  read: (cursor) => changes.followChanges(cursor, follower.isFollowing ? pollSeconds : 0),
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => {}),
  now: Date.now,
  signal: stopping.signal,
  onState: (state) => {
    log(state === 'following' ? '已跟随内容变更 following the change log' : '失去变更日志，页面不再视为最新 change log lost')
    if (state === 'following') warming ??= warmUp(openContentApi({ ask }), makeAhead, stopping.signal)
  },
})
let warming: Promise<void> | undefined
const ask = keepSharedAnswers({ ask: openAsk(config.apiUrl), cache: sharedAnswers, isFollowing: () => follower.isFollowing, now: Date.now })

const nextApp = next({ dev: false, dir: app, quiet: true })
await nextApp.prepare()
const nextHandler = nextApp.getRequestHandler()
const maker: PageMaker = {
  next: (request, response) => void nextHandler(request, response),
  host: new URL(config.siteUrl).host,
  ask,
}

/** What machines read; null for the address of a page. */
const findMachineDocument = async (path: string): Promise<MadeAnswer | null> => {
  if (path !== openSearchPath) {
    const document = findApiDocument(path)
    return document && readDocument(ask, document)
  }
  const api = openContentApi({ ask })
  const body = toOpenSearchDescription(await api.getSite())
  return { status: 200, headers: openSearchHeaders, body, dependencies: api.dependencies() }
}

const site: SiteServer = {
  cache,
  securityHeaders: headers,
  isSecure: config.siteUrl.startsWith('https:'),
  patienceMilliseconds: () => (follower.isFollowing ? patienceMilliseconds : patienceInTroubleMilliseconds),
  staticFiles: readStaticFiles({
    nextStatic: `${app}.next/static`,
    publicFiles: `${app}public`,
    robots: toRobots(config.siteUrl),
    enhancement: { address: enhancementPath(), file: enhancementFile },
  }),
  render: async (path) => {
    const isFresh = follower.isFollowing
    const document = await findMachineDocument(path)
    const made = document ?? (await renderPage(maker, path))
    const lifetimeSeconds = Math.min(isFresh ? pageLifetimeSeconds : 0, made.lifetimeSeconds ?? pageLifetimeSeconds)
    return { ...made, headers: { ...headers, ...made.headers }, lifetimeSeconds }
  },
  renderFor: async (path, visit) => {
    const made = await renderPage(maker, path, visit)
    return { ...made, headers: { ...headers, ...made.headers } }
  },
  countView: (articleId, viewer) => sendView({ apiUrl: config.apiUrl, fetch }, articleId, viewer),
  onError: (error, path) => log(`${path} ${told(error)}`),
}
/** As for a browser, in the form it would be sent. */
const makeAhead = async (path: string): Promise<void> => {
  await representationFor(await cache.answer(path, () => site.render(path)), { headers: { 'accept-encoding': 'br' } })
}
const server = createServer(createRequestListener(site))

const pagesFile = join(config.pagesFolder, 'pages.ndjson')
const signature = [readBuild(app), config.siteUrl, config.apiUrl, config.hasLeavingNotice].join(' ')
const told = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const save = (): Promise<void> =>
  savePages(pagesFile, { signature, cursor: follower.cursor }, cache.lastGood()).catch((error: unknown) =>
    log(`未能保存页面 pages not saved: ${told(error)}`),
  )
const saving = setInterval(save, saveMilliseconds).unref()
const restore = async (): Promise<string | undefined> => {
  try {
    const { count, cursor } = await loadPages(pagesFile, signature, (page) => cache.restore(page))
    log(`取回此前的页面 ${count} pages of before may stand in`)
    return cursor
  } catch (error) {
    log(`未能取回此前的页面 pages of before not read: ${told(error)}`)
    return undefined
  }
}

server.listen(config.webPort, config.host, () => log(`网站 site: http://${config.host}:${config.webPort}`))
// Whatever was removed meanwhile is forgotten among the pages of before, too; they all are where nobody can tell.
const following = restore().then((cursor) => follower.run(cursor))

// A mistake in one page must not take the site away from everybody: Next reports it, the site goes on.
closeWithGrace({ delay: graceMilliseconds, logger: false, skip: ['unhandledRejection'] }, async () => {
  stopping.abort()
  clearInterval(saving)
  server.closeIdleConnections()
  await new Promise((resolve) => server.close(resolve))
  await nextApp.close()
  await Promise.all([following, warming])
  await save()
  log(`现成的页面 ready pages: ${JSON.stringify(cache.statistics())}`)
})
