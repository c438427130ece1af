import { PlacementList } from '@gazette/schema/placement'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { type Pin, pinArticle, placementsMaximum, unpinArticle } from './placement-writer.ts'

const setUp = async (engine: (typeof testEngines)[number]) => {
  const gazette = await buildTestApp({ engine, now: '2026-11-20T09:00:00+08:00' })
  const { app, publish, publishing } = gazette
  const publishNamed = async (...ids: string[]) => {
    for (const id of ids) await publish(articleContent({ title: id }), 'chzhxw', id)
  }
  const pin = (articleId: string, rest: Partial<Pin> = {}) =>
    publishing.write((writing) =>
      pinArticle(writing, { articleId, channelId: null, highlighted: false, endsAt: null, position: null, ...rest }),
    )
  const unpin = (articleId: string, channelId?: string | null) => publishing.write((writing) => unpinArticle(writing, articleId, channelId))
  const read = async (query = '') => PlacementList.parse((await app.inject(`/v1/placements${query}`)).json()).data
  const ids = async (query = '') => (await read(query)).map(({ article }) => article.id)
  return { ...gazette, publishNamed, pin, unpin, read, ids }
}

describe.each(testEngines)('GET /v1/placements on %s', (engine) => {
  it('answers what is pinned on the home page and in a channel, each in the order of its editors', async () => {
    const { publishNamed, pin, ids, read } = await setUp(engine)
    await publishNamed('a', 'b', 'c')
    for (const id of ['a', 'b', 'c']) await pin(id)
    await pin('b', { channelId: 'chzhxw', highlighted: true })
    expect(await ids()).toEqual(['c', 'b', 'a'])
    await pin('a', { position: 2 })
    expect(await ids()).toEqual(['c', 'a', 'b'])
    expect(await read('?channel=zwzx/zhxw')).toMatchObject([{ article: { id: 'b' }, position: 1, highlighted: true, until: null }])
    expect(await ids('?channel=zwzx')).toEqual([])
  })

  it('keeps the place of an article that is pinned again', async () => {
    const { publishNamed, pin, read } = await setUp(engine)
    await publishNamed('a', 'b')
    for (const id of ['a', 'b']) await pin(id)
    await pin('a', { highlighted: true })
    expect((await read()).map(({ article, highlighted }) => [article.id, highlighted])).toEqual([
      ['b', false],
      ['a', true],
    ])
  })

  it('lets go at the end that was set, without anything being written', async () => {
    const { publishNamed, pin, ids, read, setNow } = await setUp(engine)
    await publishNamed('a', 'b')
    await pin('b')
    await pin('a', { endsAt: Date.parse('2026-11-21T00:00:00+08:00') })
    expect((await read())[0]).toMatchObject({ article: { id: 'a' }, until: '2026-11-21T00:00:00+08:00' })
    setNow('2026-11-20T23:59:59.999+08:00')
    expect(await ids()).toEqual(['a', 'b'])
    setNow('2026-11-21T00:00:00+08:00')
    expect(await ids()).toEqual(['b'])
  })

  it('leaves out at once what is withdrawn or removed, and shows again what returns', async () => {
    const { publishNamed, pin, ids, publishing } = await setUp(engine)
    await publishNamed('a', 'b')
    await pin('b')
    await pin('a')
    await publishing.withdraw('a', '核实中')
    expect(await ids()).toEqual(['b'])
    await publishing.publish('a')
    expect(await ids()).toEqual(['a', 'b'])
    await publishing.remove('a', '内容有误')
    expect(await ids()).toEqual(['b'])
  })

  it('follows every pin and every release, and each of them is in the change log', async () => {
    const { app, publishNamed, pin, unpin, ids } = await setUp(engine)
    await publishNamed('a')
    expect(await ids()).toEqual([])
    await pin('a')
    await pin('a', { channelId: 'chzhxw' })
    expect(await ids()).toEqual(['a'])
    expect(await unpin('a')).toEqual(['', 'chzhxw'])
    expect([await ids(), await ids('?channel=zwzx/zhxw')]).toEqual([[], []])
    const { data } = (await app.inject('/v1/changes?limit=100')).json()
    const told = data.filter(({ type }: { type: string }) => type === 'placement.updated')
    expect(told.map(({ channelId }: { channelId?: string }) => channelId)).toEqual([undefined, 'chzhxw', undefined, 'chzhxw'])
  })

  it('refuses what readers could not see, an end in the past, and more than an emphasis bears', async () => {
    const { publishNamed, pin, publishing } = await setUp(engine)
    await publishing.createDraft({ id: 'draft', channelId: 'chzhxw', content: articleContent() })
    await expect(pin('draft')).rejects.toThrow(/draft is draft/)
    await expect(pin('nosuch')).rejects.toThrow(/no article/)
    const names = Array.from({ length: placementsMaximum + 1 }, (_, index) => `a${index}`)
    await publishNamed(...names)
    await expect(pin('a0', { endsAt: Date.parse('2026-11-20T09:00:00+08:00') })).rejects.toThrow(/past/)
    for (const id of names.slice(1)) await pin(id)
    await expect(pin('a0')).rejects.toThrow(/Unpin one first/)
  })

  it('names a channel it does not know', async () => {
    const { app } = await setUp(engine)
    const response = await app.inject('/v1/placements?channel=no/where')
    expect([response.statusCode, response.json().errors[0].code]).toEqual([400, 'unknown-channel'])
  })
})
