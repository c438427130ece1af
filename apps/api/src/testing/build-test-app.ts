import type { ArticleContent } from '@gazette/schema/article-content'
import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Dialect, Store } from '../database/store.ts'
import type { ServerLimits } from '../plugins/ready-lane.ts'
import { createPublishing, type Publishing } from '../publishing/publishing.ts'
import { createExampleArticle } from '../sample-content/load-sample-content.ts'
import { readExamples } from '../sample-content/read-examples.ts'
import { preparedAt } from './prepared-at.ts'
import { createTestDatabase, type TestDatabase } from './test-engines.ts'

export const testSiteUrl = 'https://www.example.gov.cn'
export const testApiUrl = 'https://api.example.gov.cn'

export type TestApp = {
  app: FastifyInstance
  store: Store
  database: TestDatabase
  publishing: Publishing
  mediaDirectory: string
  /** Sets the clock. */
  setNow(instant: string): void
  /** Publishes an article of the given content in a channel. @returns its id */
  publish(content: ArticleContent, channelId: string, id?: string): Promise<string>
  /** Takes examples through their lives, by the names of their files; all of them when none is named. The channels are there already. */
  insertExamples(...situations: string[]): Promise<void>
}

/** The whole API on a database of its own, with the example channels and files, closed when the test ends. */
export const buildTestApp = async ({
  engine,
  now = preparedAt,
  apiUrl = testApiUrl,
  limits,
  preparesArticles = false,
}: {
  engine: Dialect
  now?: string
  apiUrl?: string
  limits?: ServerLimits
  preparesArticles?: boolean
}): Promise<TestApp> => {
  const database = await createTestDatabase(engine, 'example-site')
  const { store, directory, databaseUrl } = database
  let instant = Date.parse(now)
  const clock = () => instant
  const mediaDirectory = `${directory}/media`
  const secret = 'a secret of tests, long enough to sign with'
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    MEDIA_DIR: mediaDirectory,
    SEARCH_DIR: `${directory}/search`,
    SITE_URL: testSiteUrl,
    API_URL: apiUrl,
    GAZETTE_SECRET: secret,
  })
  const publishing = createPublishing({ store, clock })
  const app = await buildApp({ config, store, clock, secret, preparesArticles, ...(limits ? { limits } : {}) })
  onTestFinished(async () => {
    await app.close()
    await database.destroy()
  })
  return {
    app,
    store,
    database,
    publishing,
    mediaDirectory,
    setNow(value) {
      instant = Date.parse(value)
    },
    async publish(content, channelId, id) {
      const created = await publishing.createDraft({ channelId, content, ...(id ? { id } : {}) })
      await publishing.publish(created)
      return created
    },
    async insertExamples(...situations) {
      const { articles } = await readExamples()
      const wanted = articles.filter(({ situation }) => situations.length === 0 || situations.includes(situation))
      for (const { example } of wanted) await publishing.write((writing) => createExampleArticle(writing, example))
    },
  }
}
