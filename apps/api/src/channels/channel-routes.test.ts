import { Channel, ChannelTree } from '@gazette/schema/channel'
import { Site } from '@gazette/schema/site'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

describe.each(testEngines)('GET /v1/channels on %s', (engine) => {
  it('answers the whole tree in its order', async () => {
    const { app } = await buildTestApp({ engine })
    const { data } = ChannelTree.parse((await app.inject('/v1/channels')).json())
    expect(data.map(({ path }) => path).slice(0, 3)).toEqual(['zxgk', 'zwzx', 'xxgk'])
    const proposals = data.find(({ id }) => id === 'tagz')
    expect(proposals?.children.flatMap(({ path, children }) => [path, ...children.map((child) => child.path)])).toEqual([
      'tagz/tadt',
      'tagz/taxd',
      'tagz/taxd/jjfz',
      'tagz/taxd/msbz',
    ])
  })

  it('answers one channel by id and by path, with its way from the home page, its children and its articles', async () => {
    const { app, publish, publishing } = await buildTestApp({ engine })
    await publish(articleContent(), 'xdjjfz')
    await publish(articleContent(), 'tataxd')
    await publishing.withdraw(await publish(articleContent(), 'tataxd'), '改期')
    const byId = await app.inject('/v1/channels/tataxd')
    const byPath = await app.inject('/v1/channels?path=tagz/taxd')
    expect(byPath.json()).toEqual(byId.json())
    const channel = Channel.parse(byId.json())
    expect(channel.breadcrumbs.map(({ path }) => path)).toEqual(['', 'tagz', 'tagz/taxd'])
    expect(channel.children.map(({ id }) => id)).toEqual(['xdjjfz', 'xdmsbz'])
    expect(channel).toMatchObject({ articleCount: 2, parentId: 'tagz', url: 'https://www.example.gov.cn/tagz/taxd/' })
  })

  it('answers 404 for a channel that does not exist', async () => {
    const { app } = await buildTestApp({ engine })
    for (const url of ['/v1/channels/none', '/v1/channels?path=no/where']) {
      const response = await app.inject(url)
      expect(response.statusCode).toBe(404)
      expect(response.json()).toMatchObject({ code: 'channel-not-found' })
    }
  })
})

describe.each(testEngines)('GET /v1/site on %s', (engine) => {
  it('answers names, addresses and the time zone', async () => {
    const { app } = await buildTestApp({ engine })
    const site = Site.parse((await app.inject('/v1/site')).json())
    expect(site).toMatchObject({
      url: 'https://www.example.gov.cn',
      apiUrl: 'https://api.example.gov.cn',
      timeZone: 'Asia/Shanghai',
      sample: false,
    })
  })
})
