import type { IncomingMessage } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { createTokens } from './accounts/tokens.ts'
import { createAddresses } from './addresses.ts'
import { createArticleFile } from './articles/article-file.ts'
import { articleListRoutes } from './articles/article-list-routes.ts'
import { createArticlePreparer } from './articles/article-preparer.ts'
import { articleRoutes } from './articles/article-routes.ts'
import { exportRoutes } from './articles/export-routes.ts'
import { facetRoutes } from './articles/facet-routes.ts'
import { readingRoutes } from './articles/reading-routes.ts'
import { createReadyArticles } from './articles/ready-articles.ts'
import { revisionRoutes } from './articles/revision-routes.ts'
import { createChangeFollower } from './changes/change-follower.ts'
import { changeRoutes } from './changes/change-routes.ts'
import { createChangeSignal } from './changes/change-signal.ts'
import { changeStreamRoutes } from './changes/change-stream-routes.ts'
import { channelRoutes } from './channels/channel-routes.ts'
import { createChannelSnapshot } from './channels/channel-snapshot.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { createCursorCodec } from './cursor.ts'
import type { Store } from './database/store.ts'
import { documentationRoutes } from './documentation/documentation-routes.ts'
import { Invalid } from './errors.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { sitemapRoutes } from './feeds/sitemap-routes.ts'
import { inspectionRoutes } from './inspection/inspection-routes.ts'
import { mediaRoutes } from './media/media-routes.ts'
import { placementRoutes } from './placements/placement-routes.ts'
import { createAnswers } from './plugins/answers.ts'
import type { ApiContext } from './plugins/api-context.ts'
import { answerBrokenRequest } from './plugins/broken-request.ts'
import { acceptsJson, registerRequestChecks } from './plugins/check-request.ts'
import { registerTurns } from './plugins/connection-turns.ts'
import { answerFrameworkError, registerErrorHandler } from './plugins/error-handler.ts'
import { healthRoutes } from './plugins/health.ts'
import { createMetrics } from './plugins/metrics.ts'
import { registerMetrics } from './plugins/metrics-routes.ts'
import { registerNotFound } from './plugins/not-found.ts'
import { registerOpenApi, registerOpenApiDocuments } from './plugins/openapi.ts'
import { registerJsonBodies } from './plugins/parse-json.ts'
import { registerPublicHeaders } from './plugins/public-headers.ts'
import { createQuota } from './plugins/quota.ts'
import { createQuotaSharing, type QuotaSharing } from './plugins/quota-sharing.ts'
import { createLaneServer, createReadyLane, type ServerLimits } from './plugins/ready-lane.ts'
import { registerQuota } from './plugins/register-quota.ts'
import { requestIdOf } from './plugins/request-id.ts'
import { inputValidator } from './plugins/validate-input.ts'
import { problemRoutes } from './problems/problem-routes.ts'
import { readProgramDigest } from './program-digest.ts'
import { reportRoutes } from './reports/report-routes.ts'
import { resolveRoutes } from './resolving/resolve-routes.ts'
import { createAnalyser } from './search/analyser.ts'
import { createSearch, type Search } from './search/create-search.ts'
import { searchRoutes } from './search/search-routes.ts'
import { siteRoutes } from './site/site-routes.ts'
import { createViewCounter } from './views/view-counter.ts'
import { viewRoutes } from './views/view-routes.ts'

const answerCacheBytes = 64 * 1024 * 1024
const version = '0.1.0'

export type AppOptions = {
  config: Config
  store: Store
  clock: Clock
  /** Signs cursors. */
  secret: string
  logger?: FastifyServerOptions['logger']
  /** Whether every article is made ready in the background, before anybody asks for it. */
  preparesArticles?: boolean
  /** How long clients may take, in milliseconds; tests are less patient. */
  limits?: ServerLimits
}

const patientLimits: ServerLimits = {
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

const serverOptions = (logger: FastifyServerOptions['logger'], apiUrl: string, limits: ServerLimits) => ({
  logger: logger ?? false,
  // One line for each answer, written when it is sent.
  logController: new LogController({ disableRequestLogging: true }),
  // A client that stalls must not hold a connection for ever; Fastify's own defaults are none at all.
  ...limits,
  // The site and a reverse proxy stand beside us and say who asks; from anywhere else nobody is believed.
  trustProxy: 'loopback',
  bodyLimit: 1024 * 1024,
  routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false, caseSensitive: true },
  // A request may name the whole address (RFC 9112 §3.2.2); only its path and query concern us.
  rewriteUrl: ({ url = '/' }: IncomingMessage) => (url.startsWith('/') ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/?/i, '/')),
  frameworkErrors: answerFrameworkError(apiUrl),
  genReqId: requestIdOf,
  clientErrorHandler: answerBrokenRequest(apiUrl),
})

const openSearch = ({ config, store, clock }: AppOptions, onError: (error: unknown) => void): Search =>
  createSearch({
    store,
    clock,
    analyser: createAnalyser(config.searchDirectory),
    timeZone: config.timeZone,
    directory: config.searchDirectory,
    databaseUrl: config.databaseUrl,
    onError,
  })

const shareQuota = ({ store, clock, secret }: AppOptions, onError: (error: unknown) => void): QuotaSharing | null =>
  store.sharedCounts && createQuotaSharing({ counts: store.sharedCounts, clock, secret, onError })

const createContext = async (
  { config, store, clock, secret }: AppOptions,
  search: Search,
  onError: (error: unknown, message: string) => void,
): Promise<ApiContext> => {
  const { siteUrl, apiUrl, timeZone } = config
  const program = [await readProgramDigest(), siteUrl, apiUrl, timeZone].join(' ')
  const channels = createChannelSnapshot(store)
  const answers = createAnswers({ clock, maximumBytes: answerCacheBytes })
  const readyArticles = createReadyArticles(store, program)
  const articleFile = createArticleFile(config.searchDirectory, readyArticles)
  return {
    search,
    store,
    clock,
    channels,
    addresses: createAddresses(config),
    siteUrl,
    apiUrl,
    timeZone,
    mediaDirectory: config.mediaDirectory,
    cursors: createCursorCodec(secret),
    answers,
    program,
    readyArticles,
    articleFile,
    follower: createChangeFollower(store, [channels, answers, articleFile], (error) => onError(error, 'the change log cannot be followed')),
    signal: createChangeSignal(store),
    tokens: createTokens({ store, clock, onError: (error) => onError(error, 'tokens cannot be read or written') }),
    viewCounter: createViewCounter(store, (error) => onError(error, 'views cannot be written')),
  }
}

const jsonRoutes = [
  siteRoutes,
  channelRoutes,
  articleListRoutes,
  placementRoutes,
  articleRoutes,
  readingRoutes,
  revisionRoutes,
  searchRoutes,
  facetRoutes,
  resolveRoutes,
  changeRoutes,
  problemRoutes,
]

/** Reading operations below `/v1`: those that answer JSON, and those that answer documents and streams of their own kind. */
const registerReadingRoutes = async (app: FastifyInstance, context: ApiContext): Promise<void> => {
  await app.register(async (scope) => {
    scope.addHook('onRequest', (request, _reply, done) => {
      done(acceptsJson(request.headers.accept) ? undefined : new Invalid('not-acceptable'))
    })
    for (const routes of jsonRoutes) await scope.register(routes, context)
  })
  for (const routes of [changeStreamRoutes, exportRoutes, feedRoutes, sitemapRoutes]) await app.register(routes, context)
}

/** The whole API, not yet listening. What it is made of, in order. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { config, limits = patientLimits } = options
  const logError = (error: unknown, message: string): void => app.log.error({ err: error }, message)
  const search = openSearch(options, (error) => logError(error, 'the search index cannot be kept'))
  const context = await createContext(options, search, logError)
  const { tokens } = context
  const sharing = shareQuota(options, (error) => logError(error, 'quotas are counted by this process alone'))
  const quota = createQuota({ clock: options.clock, limits: config.requestsPerMinute, sharing })
  const metrics = createMetrics()
  const lane = createReadyLane({ answers: context.answers, quota, tokens, metrics, log: () => app.log })
  const app: FastifyInstance = Fastify({
    ...serverOptions(options.logger, config.apiUrl, limits),
    serverFactory: (handler) => createLaneServer(lane, handler, limits),
  })
  app.setValidatorCompiler(inputValidator)
  app.setSerializerCompiler(serializerCompiler)
  registerPublicHeaders(app)
  registerMetrics(app, metrics, context.answers)
  registerQuota(app, quota, tokens)
  registerTurns(app)
  registerRequestChecks(app)
  registerJsonBodies(app)
  registerNotFound(app, context)
  registerErrorHandler(app, context)
  await registerOpenApi(app, { version, apiUrl: config.apiUrl, siteUrl: config.siteUrl })
  registerOpenApiDocuments(app, context.answers)
  await app.register((scope) => registerReadingRoutes(scope, context), { prefix: '/v1' })
  await app.register(reportRoutes(options.secret), { ...context, prefix: '/v1' })
  await app.register(viewRoutes, { ...context, prefix: '/v1' })
  await app.register(inspectionRoutes, { ...context, prefix: '/manage/v1' })
  await app.register(mediaRoutes, context)
  await app.register(documentationRoutes, context)
  await app.register(healthRoutes(version), context)
  const preparer = createArticlePreparer({ ...context, databaseUrl: config.databaseUrl }, context, (error) =>
    logError(error, 'articles are not kept ready; they are made as they are asked for'),
  )
  context.follower.add(preparer)
  await context.follower.start()
  await tokens.start()
  if (options.preparesArticles) preparer.start()
  app.addHook('preClose', async () => {
    context.follower.stop()
    context.signal.stop()
  })
  app.addHook('onClose', async () => {
    await Promise.all([tokens.stop(), sharing?.stop(), preparer.stop()])
    await Promise.all([search.close(), context.articleFile.close()])
  })
  await search.start()
  await app.ready()
  return app
}
