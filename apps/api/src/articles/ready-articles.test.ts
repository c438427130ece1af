import { describe, expect, it, onTestFinished } from 'vitest'
import { updateChannel } from '../publishing/channel-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, testApiUrl, testSiteUrl } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { makeArticleDocument } from './article-document.ts'
import { createArticleFile } from './article-file.ts'
import { createArticlePreparer } from './article-preparer.ts'
import { createReadyArticles } from './ready-articles.ts'
import { changes, createReading } from './testing-reading.ts'

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
    const articleFile = createArticleFile(test.database.directory, ready)
    const preparer = createArticlePreparer(thread, { readyArticles: ready, articleFile }, (error) => expect.unreachable(String(error)))
    for (const kept of [articleFile, preparer]) options.follower.add(kept)
    onTestFinished(preparer.stop)
    preparer.start()
    await preparer.settled()
    expect(await ready.listMissing(ids)).toEqual([])
    await test.publishing.write((writing) => updateChannel(writing, 'zwzx', { name: '政协要闻' }))
    await options.follower.catchUp()
    await preparer.settled()
    expect(await ready.listMissing(ids)).toEqual([])
    expect(ids.filter((id) => articleFile.find(id) === undefined)).toEqual([])
    await articleFile.close()
  })
})
