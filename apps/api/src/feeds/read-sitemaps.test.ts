import { describe, expect, it } from 'vitest'
import { createAddresses } from '../addresses.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp, testApiUrl, testSiteUrl } from '../testing/build-test-app.ts'
import { explainQuery } from '../testing/explain-query.ts'
import { testEngines } from '../testing/test-engines.ts'
import { readArticlePages, readSitemapIndex, selectPart } from './read-sitemaps.ts'

const readingOf = ({ store }: TestApp) => {
  const addresses = createAddresses({ siteUrl: testSiteUrl, apiUrl: testApiUrl })
  return { store, addresses, channels: createChannelSnapshot(store), siteUrl: testSiteUrl, timeZone: 'Asia/Shanghai' }
}

describe.each(testEngines)('the index of the sitemaps on %s', (engine) => {
  it('names as many parts as there are, each with its own newest change, and nothing of what is not public', async () => {
    const test = await buildTestApp({ engine })
    const options = readingOf(test)
    expect(await readSitemapIndex(options, 2)).toHaveLength(1)
    for (const [index, id] of ['e', 'b', 'c', 'a', 'd', 'f'].entries()) {
      test.setNow(`2026-11-20T09:0${index}:00+08:00`)
      await test.publish(articleContent(), 'chzhxw', id)
    }
    await test.publishing.withdraw('c', '改期')
    const [, ...parts] = await readSitemapIndex(options, 2)
    const pages = await Promise.all([1, 2, 3, 4].map((part) => readArticlePages(options, part, 2)))
    expect(pages.map((page) => page.map(({ url }) => url.at(-1)).join(''))).toEqual(['ab', 'de', 'f', ''])
    const newestOf = (page: (typeof pages)[number]) =>
      page
        .map(({ lastModified }) => lastModified ?? '')
        .sort()
        .at(-1)
    expect(parts).toEqual(
      [1, 2, 3].map((part) => ({ url: `${testSiteUrl}/sitemaps/${part}.xml`, lastModified: newestOf(pages[part - 1] ?? []) })),
    )
  })
})

describe('a part of the sitemaps', () => {
  it('is read from where the last one ended, from the index alone, without sorting', async () => {
    const { store } = await buildTestApp({ engine: 'sqlite' })
    const plan = await explainQuery(selectPart({ store }, 'a', 50_000))
    expect(plan).toContain('SEARCH articles USING COVERING INDEX articles_by_id (status=? AND id>?)')
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  })
})
