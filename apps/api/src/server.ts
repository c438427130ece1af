import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { ConfigError } from './config.ts'
import { MigrationRefused } from './database/read-migrations.ts'
import { type Installation, openInstallation } from './open-installation.ts'
import { openLog } from './plugins/open-log.ts'
import { isEmpty } from './site/site-facts.ts'

const graceMs = 10_000

// What imports pages and measures pictures is for a first start alone: it stays out of memory at every other.
const loadFirstContent = async ({ config, store, clock }: Installation): Promise<boolean> => {
  if (!(await isEmpty(store))) return false
  const { loadSampleContent } = await import('./sample-content/load-sample-content.ts')
  return loadSampleContent({ ...config, store, now: clock() })
}

const serve = async (installation: Installation): Promise<void> => {
  const { config, store, clock, secret } = installation
  const loaded = config.sampleContent && (await loadFirstContent(installation))
  const app = await buildApp({
    config,
    store,
    clock,
    secret,
    logger: { level: config.logLevel, stream: openLog() },
    preparesArticles: true,
  })
  if (loaded) app.log.info('sample content loaded into the empty database')
  closeWithGrace({ delay: graceMs, logger: app.log }, async ({ err }) => {
    if (err) app.log.fatal({ err }, 'stopping after an error nobody handled')
    await app.close()
    await store.close()
  })
  await app.listen({ host: config.host, port: config.apiPort })
}

try {
  await serve(await openInstallation())
} catch (error) {
  // What an operator can put right is said in one line; the rest with all there is to know.
  const known = error instanceof ConfigError || error instanceof MigrationRefused
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
