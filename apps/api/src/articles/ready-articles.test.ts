import { describe, expect, it, onTestFinished } from 'vitest'
import { createAddresses } from '../addresses.ts'
import { createChangeFollower } from '../changes/change-follower.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { updateChannel } from '../publishing/channel-writer.ts'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp, testApiUrl, testSiteUrl } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { makeArticleDocument, readArticleDocument } from './article-document.ts'
import { createArticlePreparer } from './article-preparer.ts'
import { createReadyArticles } from './ready-articles.ts'

/** What a process reads articles with, beside the one that writes. */
const createReading = async ({ store }: TestApp, program = 'this program') => {
  const channels = createChannelSnapshot(store)
  // A look that is under way when the test ends finds no database any more.
  const follower = createChangeFollower(store, [channels], () => undefined)
  await follower.start()
  onTestFinished(() => follower.stop())
  const addresses = createAddresses({ siteUrl: testSiteUrl, apiUrl: testApiUrl })
  const readyArticles = createReadyArticles(store, program)
  const options = { store, channels, addresses, timeZone: 'Asia/Shanghai', follower, readyArticles }
  return {
    options,
    ready: readyArticles,
    read: async (id: string) => String(await readArticleDocument(options, id, 'blocks')),
    async makeReady(id: string) {
      await makeArticleDocument(options, id)
      await readyArticles.keep()
    },
  }
}

const changes: { does: string; write: (test: TestApp) => Promise<unknown>; shows: string }[] = [
  { does: 'a correction', write: ({ publishing }) => publishing.correct('a1', articleContent({ title: '更正后' })), shows: '更正后' },
  { does: 'a move', write: ({ publishing }) => publishing.move('a1', 'xxgk'), shows: '"path":"xxgk"' },
  { does: 'a withdrawal', write: ({ publishing }) => publishing.withdraw('a1', '数据有误'), shows: '数据有误' },
  {
    does: 'an old address',
    write: ({ publishing }) => publishing.write((writing) => addRedirect(writing, 'http://old.example/1.html', { articleId: 'a1' })),
    shows: 'http://old.example/1.html',
  },
  {
    does: 'a channel of another name',
    write: ({ publishing }) => publishing.write((writing) => updateChannel(writing, 'zwzx', { name: '政协要闻' })),
    shows: '政协要闻',
  },
]

describe.each(testEngines)('articles kept ready on %s', (engine) => {
  it('are the bytes that making them gives, for every example there is', async () => {
    const test = await buildTestApp({ engine })
    await test.insertExamples()
    const reading = await createReading(test)
    const { data } = (await test.app.inject('/v1/articles?limit=100&fields=title')).json<{ data: { id: string }[] }>()
    expect(data.length).toBeGreaterThan(20)
    for (const { id } of data) await makeArticleDocument(reading.options, id)
    await reading.ready.keep()
    expect(await reading.ready.listMissing(data.map(({ id }) => id))).toEqual([])
    for (const { id } of data)
      expect((await reading.ready.find(id))?.toString(), id).toBe((await test.app.inject(`/v1/articles/${id}`)).body)
  })

  it.each(changes)('are no longer found once $does is committed', async ({ write, shows }) => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    const reading = await createReading(test)
    await reading.makeReady('a1')
    expect(await reading.read('a1')).not.toContain(shows)
    await write(test)
    expect(await reading.ready.find('a1')).toBeUndefined()
    expect(await reading.read('a1')).toContain(shows)
  })

  it('are gone with the article', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    const reading = await createReading(test)
    await reading.makeReady('a1')
    await test.publishing.remove('a1', '重复')
    await expect(reading.read('a1')).rejects.toMatchObject({ code: 'article-removed' })
  })

  it('are not kept when the article or a channel changed while they were made', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    const reading = await createReading(test)
    for (const { does, write } of changes.filter(({ does }) => does !== 'an old address')) {
      const position = reading.options.follower.position()
      reading.ready.offer({ id: 'a1', body: 'made before', position })
      await write(test)
      await reading.ready.keep()
      expect(await reading.ready.find('a1'), does).toBeUndefined()
    }
  })

  it('do not count for another program, or the same at other addresses', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    await (await createReading(test, 'old')).makeReady('a1')
    const reading = await createReading(test, 'new')
    expect(await reading.ready.find('a1')).toBeUndefined()
    await reading.makeReady('a1')
    expect(await reading.ready.find('a1')).toBeDefined()
  })

  it('are simply not there while the database is away', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    await (await createReading(test)).makeReady('a1')
    const store = await test.database.reopen()
    const ready = createReadyArticles(store, 'this program')
    expect(ready.findNow('a1') === undefined).toBe(engine === 'postgres')
    await store.close()
    expect(ready.findNow('a1')).toBeUndefined()
  })

  it('are made in the background, and again after a channel changes', async () => {
    const test = await buildTestApp({ engine })
    const ids = Array.from({ length: 130 }, (_, index) => `a${index}`)
    for (const id of ids) await test.publish(articleContent(), 'chzhxw', id)
    const { options, ready } = await createReading(test)
    const { databaseUrl } = test.database
    const thread = { databaseUrl, siteUrl: testSiteUrl, apiUrl: testApiUrl, timeZone: options.timeZone, program: 'this program' }
    const preparer = createArticlePreparer(thread, ready, (error) => expect.unreachable(String(error)))
    options.follower.add(preparer)
    onTestFinished(preparer.stop)
    preparer.start()
    await preparer.settled()
    expect(await ready.listMissing(ids)).toEqual([])
    await test.publishing.write((writing) => updateChannel(writing, 'zwzx', { name: '政协要闻' }))
    await options.follower.catchUp()
    await preparer.settled()
    expect(await ready.listMissing(ids)).toEqual([])
  })
})
