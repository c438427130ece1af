import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBodyFile } from '@gazette/byte-cache/body-file'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { makeArticleDocument } from './article-document.ts'
import { type ArticleFile, createArticleFile } from './article-file.ts'
import { type Copied, type CopyRequest, copyArticles, copyNext } from './copy-articles.ts'
import type { ReadyArticles } from './ready-articles.ts'
import { changes, createReading } from './testing-reading.ts'

/** Copies as the process does that copies for a server. */
const copyFrom = (all: Pick<ReadyArticles, 'listAfter'>, file: ArticleFile) => (request: CopyRequest) =>
  copyNext(all, file.descriptor, request)

/** What a process of its own keeps, with a file that follows the change log. */
const createFiled = async (test: TestApp) => {
  const reading = await createReading(test)
  const file = createArticleFile(test.database.directory, reading.ready)
  onTestFinished(file.close)
  reading.options.follower.add(file)
  return { ...reading, file, follower: reading.options.follower }
}

const headersOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => !['date', 'x-request-id', 'ratelimit'].includes(name)))

it('copies as many articles as there is room for, and goes on behind those that are larger than all of it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'gazette-copies-'))
  const bodies = createBodyFile({ directory, maximumBytes: 10_000 })
  onTestFinished(async () => {
    await bodies.close()
    await rm(directory, { recursive: true })
  })
  const { descriptor } = bodies
  const articles = [900, 5_000, 900, 900].map((size, index) => ({ id: `a${index}`, body: index === 3 ? null : Buffer.alloc(size) }))
  const keysOf = ({ last, records }: Copied) => ({ last, keys: records.map(({ key }) => key) })
  const copy = async (length: number) => keysOf(await copyArticles(articles, descriptor, { position: 0, length }))
  expect(await copy(1_000)).toEqual({ last: 'a1', keys: ['article:a0'] })
  expect(await copy(2_000)).toEqual({ last: 'a3', keys: ['article:a0', 'article:a2'] })
  expect(keysOf(await copyArticles([], descriptor, { position: 0, length: 1_000 }))).toEqual({ last: null, keys: [] })
})

describe.each(testEngines)('copies of ready articles on %s', (engine) => {
  it('are the bytes of the API, under its validator', async () => {
    const test = await buildTestApp({ engine })
    await test.insertExamples()
    const { file, options, ready } = await createFiled(test)
    const { data } = (await test.app.inject('/v1/articles?limit=100&fields=title')).json<{ data: { id: string }[] }>()
    for (const { id } of data) await makeArticleDocument(options, id)
    await ready.keep()
    expect(file.isEmpty()).toBe(true)
    await file.copyAll(copyFrom(ready, file))
    expect(file.isEmpty()).toBe(false)
    expect(data.length).toBeGreaterThan(20)
    for (const { id } of data) {
      const answer = await test.app.inject(`/v1/articles/${id}`)
      expect({ body: file.find(id)?.body.toString(), etag: file.find(id)?.etag }, id).toEqual({
        body: answer.body,
        etag: answer.headers.etag,
      })
    }
  })

  // An old address comes with its article, in one transaction.
  it.each(changes.filter(({ does }) => does !== 'an old address'))('are gone once $does is known', async ({ does, write, shows }) => {
    const test = await buildTestApp({ engine })
    for (const id of ['a1', 'a2']) await test.publish(articleContent(), 'chzhxw', id)
    const { file, follower, makeReady, ready } = await createFiled(test)
    for (const id of ['a1', 'a2']) await makeReady(id)
    await file.copyAll(copyFrom(ready, file))
    await write(test)
    await follower.catchUp()
    expect(file.find('a1')).toBeUndefined()
    expect(file.find('a2') === undefined).toBe(does === 'a channel of another name')
    expect(file.isEmpty()).toBe(does === 'a channel of another name')
    await makeArticleDocument({ ...(await createReading(test)).options, readyArticles: ready }, 'a1')
    await file.copy(await ready.keep())
    expect(file.find('a1')?.body.toString()).toContain(shows)
  })

  it('are made of what is ready only, and looked for in small steps even where nothing is', async () => {
    const test = await buildTestApp({ engine })
    const ids = Array.from({ length: 130 }, (_, index) => `a${index}`)
    for (const id of ids) await test.publish(articleContent(), 'chzhxw', id)
    const old = await createReading(test, 'another program')
    for (const id of ids) await makeArticleDocument(old.options, id)
    await old.ready.keep()
    const { file, makeReady, ready } = await createFiled(test)
    expect((await ready.listAfter('', 50)).map(({ body }) => body)).toEqual(Array.from({ length: 50 }, () => null))
    await makeReady('a77')
    await file.copyAll(copyFrom(ready, file))
    expect(ids.filter((id) => file.find(id))).toEqual(['a77'])
  })

  it('are not made of what changed while it was read', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    const { makeReady, ready } = await createReading(test)
    await makeReady('a1')
    const readMeanwhile = async <Article>(read: Promise<Article[]>): Promise<Article[]> => {
      const articles = await read
      file.drop(['article:a1', 'list'], false)
      return articles
    }
    const slowly: Pick<ReadyArticles, 'findAll' | 'listAfter'> = {
      findAll: (ids) => readMeanwhile(ready.findAll(ids)),
      listAfter: (id, limit) => readMeanwhile(ready.listAfter(id, limit)),
    }
    const file = createArticleFile(test.database.directory, slowly)
    onTestFinished(file.close)
    await file.copy(['a1'])
    await file.copyAll(copyFrom(slowly, file))
    expect(file.find('a1')).toBeUndefined()
  })

  it('are made again later when they cannot be read now', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    const store = await test.database.reopen()
    const { file, makeReady, ready } = await createFiled({ ...test, store })
    await makeReady('a1')
    await store.close()
    await expect(file.copyAll(copyFrom(ready, file))).rejects.toThrow()
    expect([file.isEmpty(), file.find('a1')]).toEqual([true, undefined])
  })

  it.each(['identity', 'br', 'gzip'])(
    'answer what nobody asked for before without asking the database, in every header and byte as it is made, in %s',
    async (coding) => {
      const test = await buildTestApp({ engine, preparesArticles: true })
      const ids = Array.from({ length: 200 }, (_, index) => `a${index}`)
      const { app, store } = test
      for (const id of ids) await test.publish(articleContent({ title: `${id} ${'长'.repeat(600)}` }), 'chzhxw', id)
      const headers = { 'accept-encoding': coding }
      const origin = await app.listen({ host: '127.0.0.1', port: 0 })
      const unasked = ids.values()
      const answered = { id: '', response: new Response() }
      const countStatements = async (): Promise<number> => {
        const id = unasked.next().value ?? ''
        const before = store.statementCount()
        const response = await fetch(`${origin}/v1/articles/${id}`, { headers })
        Object.assign(answered, { id, response })
        return response.status === 200 ? store.statementCount() - before : Number.NaN
      }
      await expect.poll(countStatements, { timeout: 15_000, interval: 100 }).toBe(0)
      const { id, response } = answered
      const made = await fetch(`${origin}/v1/articles/${id}?`, { headers })
      expect(headersOf(response)).toEqual(headersOf(made))
      expect(response.headers.get('content-encoding') ?? 'identity').toBe(coding)
      expect(await response.text()).toBe(await made.text())
      await test.publishing.correct(id, articleContent({ title: '更正后' }))
      expect(await (await fetch(`${origin}/v1/articles/${id}`)).json()).toMatchObject({ title: '更正后' })
    },
  )
})
