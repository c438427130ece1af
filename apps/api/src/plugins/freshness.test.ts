import { describe, expect, it } from 'vitest'
import { createChannel, updateChannel } from '../publishing/channel-writer.ts'
import { createPublishing, type Publishing } from '../publishing/publishing.ts'
import { addRedirect } from '../publishing/redirect-writer.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

type Step = { does: string; write: (publishing: Publishing) => Promise<unknown>; reads: string; expected: unknown }

const content = (title: string) =>
  articleContent({ title, topics: [{ slug: 'shui-li', name: '水利' }], authors: [{ name: '张三', role: null }] })

/** Every kind of write, with an answer that was ready before and must be another one after it. */
const steps: Step[] = [
  {
    does: 'a new article',
    write: (p) => publishIn(p, 'a2'),
    reads: '/v1/articles?fields=id',
    expected: { data: [{ id: 'a2' }, { id: 'a1' }] },
  },
  {
    does: 'a new article',
    write: (p) => publishIn(p, 'a3'),
    reads: '/v1/articles?fields=id&topic=shui-li&limit=1',
    expected: { data: [{ id: 'a3' }] },
  },
  { does: 'a new article', write: (p) => publishIn(p, 'a4'), reads: '/v1/articles/a1/neighbours', expected: { next: { id: 'a2' } } },
  {
    does: 'a new article',
    write: (p) => publishIn(p, 'a5'),
    reads: '/v1/articles/a4/reading',
    expected: { next: { id: 'a5' } },
  },
  { does: 'a correction', write: (p) => p.correct('a1', content('更正')), reads: '/v1/articles/a1', expected: { title: '更正' } },
  {
    does: 'a correction',
    write: (p) => p.correct('a2', content('更正二')),
    reads: '/v1/articles/a1/reading',
    expected: { article: { title: '更正' }, next: { title: '更正二' } },
  },
  {
    does: 'a correction',
    write: (p) => p.correct('a2', content('再更正')),
    reads: '/v1/articles?ids=a2',
    expected: { data: [{ title: '再更正' }] },
  },
  { does: 'a move', write: (p) => p.move('a1', 'chtzgg'), reads: '/v1/articles/a1', expected: { channel: { path: 'zwzx/tzgg' } } },
  {
    does: 'a move',
    write: (p) => p.move('a2', 'chtzgg'),
    reads: '/v1/articles?channel=zwzx/tzgg&fields=id',
    expected: { data: [{ id: 'a2' }, { id: 'a1' }] },
  },
  { does: 'a withdrawal', write: (p) => p.withdraw('a3', '改期'), reads: '/v1/articles/a3', expected: { status: 'withdrawn' } },
  { does: 'a removal', write: (p) => p.remove('a3', '有误'), reads: '/v1/articles/a3', expected: { status: 410 } },
  { does: 'a removal', write: (p) => p.remove('a4', '有误'), reads: '/v1/resolve?url=/articles/a4', expected: { kind: 'gone' } },
  {
    does: 'a channel that is renamed',
    write: (p) => p.write((writing) => updateChannel(writing, 'zwzx', { name: '要闻' })),
    reads: '/v1/articles/a1',
    expected: { breadcrumbs: [{ name: '首页' }, { name: '要闻' }, { name: '通知公告' }] },
  },
  {
    does: 'a channel that is moved',
    write: (p) => p.write((writing) => updateChannel(writing, 'chtzgg', { parentId: 'xxgk' })),
    reads: '/v1/articles?fields=channel&channel=xxgk&limit=1',
    expected: { data: [{ channel: { path: 'xxgk/tzgg' } }] },
  },
  {
    does: 'a new channel',
    write: (p) => p.write((writing) => createChannel(writing, newChannel)),
    reads: '/v1/channels?path=zwzx/xinde',
    expected: { id: 'xinde' },
  },
  {
    does: 'an article in the new channel',
    write: (p) => p.move('a1', 'xinde'),
    reads: '/v1/channels/xinde',
    expected: { articleCount: 1 },
  },
  {
    does: 'a redirect with its removal',
    write: (p) => p.remove('a2', '重复', { from: 'https://www.example.gov.cn/articles/a2', to: 'https://www.example.gov.cn/' }),
    reads: '/v1/resolve?url=/articles/a2',
    expected: { kind: 'redirect' },
  },
]

const newChannel = {
  id: 'xinde',
  parentId: 'zwzx',
  segment: 'xinde',
  name: '新的',
  description: '',
  keywords: [],
  columnType: '工作动态',
  position: 9,
}

const publishIn = async (publishing: Publishing, id: string): Promise<void> => {
  await publishing.createDraft({ id, channelId: 'chzhxw', content: content(id) })
  await publishing.publish(id)
}

const firstWords = async ({ publishing }: TestApp): Promise<void> => {
  await publishIn(publishing, 'a1')
  await publishing.write((writing) => addRedirect(writing, 'http://old.example/1.html', { articleId: 'a1' }))
}

describe.each(testEngines)('answers after a write on %s', (engine) => {
  it('are new from the moment the write is acknowledged', async () => {
    const test = await buildTestApp({ engine })
    await firstWords(test)
    for (const { does, write, reads, expected } of steps) {
      await test.app.inject(reads)
      await test.app.inject(reads)
      await write(test.publishing)
      expect((await test.app.inject(reads)).json(), `${does}: ${reads}`).toMatchObject(expected as object)
    }
  })

  it('are new within a second when another process wrote', async () => {
    const test = await buildTestApp({ engine })
    await firstWords(test)
    const other = createPublishing({ store: await test.database.reopen(), clock: () => Date.parse('2026-11-20T09:00:00+08:00') })
    for (const { does, write, reads, expected } of steps) {
      await test.app.inject(reads)
      await write(other)
      const acknowledged = performance.now()
      await expect
        .poll(async () => (await test.app.inject(reads)).json(), { timeout: 1_000, interval: 20, message: `${does}: ${reads}` })
        .toMatchObject(expected as object)
      expect(performance.now() - acknowledged).toBeLessThan(1_000)
    }
  })

  it('never fail because an article stands in a channel that was made a moment ago by another process', async () => {
    const test = await buildTestApp({ engine })
    await test.app.inject('/v1/channels')
    const other = createPublishing({ store: await test.database.reopen(), clock: () => Date.parse('2026-11-20T09:00:00+08:00') })
    await other.write((writing) => createChannel(writing, newChannel))
    await other.createDraft({ id: 'a9', channelId: 'xinde', content: content('新') })
    await other.publish('a9')
    for (const url of [
      '/v1/articles/a9',
      '/v1/articles?limit=1',
      '/v1/articles?channel=zwzx/xinde',
      '/v1/channels/xinde',
      '/v1/changes?limit=100',
    ])
      expect((await test.app.inject(url)).statusCode, url).toBe(200)
  })

  it('have another ETag when they are other bytes, and only then', async () => {
    const test = await buildTestApp({ engine })
    await firstWords(test)
    const etag = async () => (await test.app.inject('/v1/articles/a1')).headers.etag
    const before = await etag()
    await publishIn(test.publishing, 'a2')
    expect(await etag()).toBe(before)
    await test.publishing.correct('a1', content('更正'))
    expect(await etag()).not.toBe(before)
  })
})
