import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const cover = { media: { id: 'u5b9i4jtv1kw' }, alt: '', caption: null, credit: null }

/** The most statements each operation may send, however long its answer is. */
const allowed: Record<string, number> = {
  '/v1/site': 1,
  '/v1/channels': 0,
  '/v1/channels?path=zwzx': 1,
  '/v1/channels/zwzx': 1,
  '/v1/articles': 3,
  '/v1/articles?body=html': 3,
  '/v1/articles?include=total': 4,
  '/v1/articles?channel=zwzx&topic=t1': 3,
  '/v1/articles?ids=a1,a2,a3': 3,
  '/v1/articles/a1': 5,
  '/v1/articles/a1/related': 6,
  '/v1/articles/a1/neighbours': 5,
  '/v1/articles/a1/reading': 12,
  '/v1/resolve?url=/articles/a1': 2,
  '/v1/changes?limit=100': 5,
  '/v1/problems': 0,
}

describe.each(testEngines)('the work an answer takes on %s', (engine) => {
  it('is a number of statements that does not grow with the answer, and none at all once the answer is ready', async () => {
    const { app, store, publish } = await buildTestApp({ engine })
    for (let index = 1; index <= 20; index += 1) {
      const topics = [1, 2, 3].map((number) => ({ slug: `t${number}`, name: `${number}` }))
      await publish(articleContent({ topics, cover }), 'chzhxw', `a${index}`)
    }
    await app.inject('/v1/channels')
    await app.inject('/v1/channels?path=zwzx')
    // A look at the change log may fall into any one request, so the fewest of three counts.
    const countFewest = async (addresses: string[]): Promise<number> => {
      const counts: number[] = []
      for (const address of addresses) {
        const before = store.statementCount()
        expect((await app.inject(address)).statusCode, address).toBe(200)
        counts.push(store.statementCount() - before)
      }
      return Math.min(...counts)
    }
    for (const [url, statements] of Object.entries(allowed)) {
      const address = `${url}${url.includes('?') ? '&' : '?'}`
      expect(await countFewest([address, `${address}&`, `${address}&&`]), url).toBeLessThanOrEqual(statements)
      if (!url.startsWith('/v1/changes')) expect(await countFewest([address, address, address]), url).toBe(0)
    }
  })

  it('is done once for everyone who asks for the same at the same time', async () => {
    const { app, store, publish } = await buildTestApp({ engine })
    await publish(articleContent(), 'chzhxw', 'a1')
    const before = store.statementCount()
    const responses = await Promise.all(Array.from({ length: 50 }, () => app.inject('/v1/articles/a1')))
    expect(new Set(responses.map(({ body }) => body)).size).toBe(1)
    expect(store.statementCount() - before).toBeLessThanOrEqual(8)
  })
})
