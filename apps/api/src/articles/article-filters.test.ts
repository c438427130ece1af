import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { refusal, titles, withThree } from './testing-list.ts'

describe.each(testEngines)('filters of GET /v1/articles on %s', (engine) => {
  it('lists everything published, newest first, and nothing that was withdrawn or removed', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect(await titles(test)).toEqual(['丙', '乙', '甲'])
    await test.publishing.withdraw('a3', '改期')
    await test.publishing.remove('a1', '有误')
    expect(await titles(test)).toEqual(['乙'])
  })

  it('includes the channels below the channel that was asked for', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect(await titles(test, '?channel=zwzx')).toEqual(['乙', '甲'])
    expect(await titles(test, '?channel=zwzx/gzdt')).toEqual(['乙'])
    expect(await titles(test, '?channel=zwzx%2Fgzdt')).toEqual(['乙'])
    expect(await titles(test, '?channel=zwzx/tzgg')).toEqual([])
  })

  it('names the channel that does not exist', async () => {
    const test = await buildTestApp({ engine })
    expect((await refusal(test, '?channel=no/where')).errors).toEqual([
      { parameter: 'channel', code: 'unknown-channel', message: 'There is no channel with the path no/where.' },
    ])
  })

  it('narrows by topic, author, source and kind, and by all of them at once', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    for (const query of ['topic=shui-li', 'author=%E5%BC%A0%E4%B8%89', 'source=%E7%A4%BA%E4%BE%8B%E6%97%A5%E6%8A%A5', 'kind=notice'])
      expect(await titles(test, `?${query}`), query).toEqual(['乙'])
    expect(await titles(test, '?topic=shui-li&kind=notice&channel=zwzx')).toEqual(['乙'])
    expect(await titles(test, '?topic=shui-li&kind=news')).toEqual([])
    expect(await titles(test, '?author=%E6%9D%8E%E5%9B%9B'), 'an editor is no author').toEqual([])
  })

  it('takes a date as its first instant in the time zone of the site, half-open', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent({ title: '前', publishedAt: '2026-10-31T15:59:59Z' }), 'chzhxw')
    await test.publish(articleContent({ title: '始', publishedAt: '2026-10-31T16:00:00Z' }), 'chzhxw')
    await test.publish(articleContent({ title: '后', publishedAt: '2026-11-01T16:00:00Z' }), 'chzhxw')
    expect(await titles(test, '?from=2026-11-01&to=2026-11-02')).toEqual(['始'])
    expect(await titles(test, '?from=2026-11-01')).toEqual(['后', '始'])
    expect(await titles(test, '?to=2026-11-01')).toEqual(['前'])
    expect(await titles(test, '?from=2026-11-02&to=2026-11-01')).toEqual([])
  })

  it('takes an instant with any offset', async () => {
    const test = await withThree(await buildTestApp({ engine }))
    expect(await titles(test, '?from=2026-11-01T01:00:00Z&to=2026-11-01T10:00:00%2B08:00')).toEqual(['乙'])
  })

  it('finds what changed since an instant', async () => {
    const test = await withThree(await buildTestApp({ engine, now: '2026-11-20T09:00:00+08:00' }))
    test.setNow('2026-11-20T10:00:00+08:00')
    await test.publishing.correct('a1', articleContent({ title: '甲（更正）', publishedAt: '2026-11-01T08:00:00+08:00' }))
    expect(await titles(test, '?updatedSince=2026-11-20T10:00:00%2B08:00')).toEqual(['甲（更正）'])
    expect(await titles(test, '?updatedSince=2026-11-20')).toEqual(['丙', '乙', '甲（更正）'])
    expect(await titles(test, '?updatedSince=2026-11-21')).toEqual([])
  })
})
