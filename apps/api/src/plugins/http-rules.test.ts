import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const readingAddresses = [
  '/v1/site',
  '/v1/channels',
  '/v1/channels?path=zwzx',
  '/v1/channels/chzhxw',
  '/v1/articles',
  '/v1/articles/a1',
  '/v1/articles/a1/related',
  '/v1/articles/a1/neighbours',
  '/v1/articles/a1/reading',
  '/v1/resolve?url=/zwzx/',
  '/v1/changes',
  '/v1/problems',
  '/v1/problems/not-found',
  '/openapi.json',
  '/openapi.yaml',
]

const withArticle = async (engine: 'sqlite' | 'postgres'): Promise<TestApp> => {
  const test = await buildTestApp({ engine })
  await test.publish(articleContent({ title: '压缩'.repeat(800) }), 'chzhxw', 'a1')
  return test
}

describe.each(testEngines)('every reading operation on %s', (engine) => {
  it('has a strong ETag, says how it may be cached and by what it varies, and answers 304 to its own ETag', async () => {
    const { app } = await withArticle(engine)
    for (const url of readingAddresses) {
      for (const round of ['made', 'ready']) {
        const first = await app.inject(url)
        expect(first.statusCode, `${url} ${round}`).toBe(200)
        const { etag, vary } = first.headers
        expect(etag, url).toMatch(/^"[^"]+"$/)
        expect(first.headers['cache-control'], url).toBeTruthy()
        expect(vary, url).toBe('Accept-Encoding')
        const again = await app.inject({ url, headers: { 'if-none-match': String(etag) } })
        expect([again.statusCode, again.body], `${url} ${round}`).toEqual([304, ''])
        expect(again.headers, url).toMatchObject({ etag, vary, 'cache-control': first.headers['cache-control'] })
      }
    }
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const { app } = await withArticle(engine)
    for (const url of [...readingAddresses, '/livez', '/readyz', '/version']) {
      const [get, head] = [await app.inject(url), await app.inject({ url, method: 'HEAD' })]
      const { date: _, 'x-request-id': __, ratelimit: ___, ...expected } = get.headers
      expect(head.statusCode, url).toBe(get.statusCode)
      expect(head.headers, url).toMatchObject(expected)
      expect(head.body, url).toBe('')
    }
  })

  it('tells the caller the id of its request, keeps a given one, and makes a new one for what is no id', async () => {
    const { app } = await withArticle(engine)
    for (const url of ['/v1/articles/a1', '/v1/articles/a1', '/v1/articles/none', '/nowhere', '/livez']) {
      expect((await app.inject(url)).headers['x-request-id'], url).toMatch(/^[0-9a-f]{32}$/)
      const given = await app.inject({ url, headers: { 'x-request-id': 'trace-1:2' } })
      expect(given.headers['x-request-id'], url).toBe('trace-1:2')
      const forged = await app.inject({ url, headers: { 'x-request-id': 'a b "c"' } })
      expect(forged.headers['x-request-id'], url).toMatch(/^[0-9a-f]{32}$/)
    }
  })

  it('names the request in the problem by that id', async () => {
    const { app } = await buildTestApp({ engine })
    const response = await app.inject({ url: '/v1/articles/none', headers: { 'x-request-id': 'a/b+c' } })
    expect(Problem.parse(response.json()).instance).toBe('urn:gazette:request:a%2Fb%2Bc')
  })
})

describe('content negotiation', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync }

  it.each(['br', 'gzip', 'zstd'] as const)('sends %s when asked, the same content, under a validator of its own', async (coding) => {
    const { app } = await withArticle('sqlite')
    const plain = await app.inject('/v1/articles/a1')
    for (const round of ['made', 'ready']) {
      const packed = await app.inject({ url: '/v1/articles/a1', headers: { 'accept-encoding': coding } })
      expect(packed.headers['content-encoding'], round).toBe(coding)
      expect(packed.headers['content-length']).toBe(String(packed.rawPayload.length))
      expect(unpack[coding](packed.rawPayload)).toEqual(plain.rawPayload)
      expect(packed.headers.etag).not.toBe(plain.headers.etag)
    }
  })

  it('answers 406 to whoever accepts no JSON, and takes every way to accept it', async () => {
    const { app } = await withArticle('sqlite')
    for (const round of ['made', 'ready']) {
      for (const accept of ['text/html', 'application/xml', 'application/json;q=0', 'image/*, text/plain;q=0.5']) {
        const response = await app.inject({ url: '/v1/articles/a1', headers: { accept } })
        expect(response.statusCode, `${accept} ${round}`).toBe(406)
        expect(Problem.parse(response.json()).code).toBe('not-acceptable')
      }
      for (const accept of ['application/json', '*/*', 'application/*', 'text/html, */*;q=0.1', 'application/json; charset=utf-8'])
        expect((await app.inject({ url: '/v1/articles/a1', headers: { accept } })).statusCode, `${accept} ${round}`).toBe(200)
    }
  })
})

describe('methods', () => {
  it('answers 405 with Allow to a method that the address does not have, and 204 with Allow to OPTIONS', async () => {
    const { app } = await withArticle('sqlite')
    for (const url of ['/v1/articles', '/v1/articles/a1', '/v1/changes', '/livez', '/openapi.json']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const response = await app.inject({ url, method })
        expect(response.statusCode, `${method} ${url}`).toBe(405)
        expect(response.headers.allow).toBe('GET, HEAD, OPTIONS')
        expect(Problem.parse(response.json()).code).toBe('method-not-allowed')
      }
      const options = await app.inject({ url, method: 'OPTIONS' })
      expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
    }
    expect((await app.inject({ url: '/nowhere', method: 'POST' })).statusCode).toBe(404)
  })

  it('ignores a method in a header', async () => {
    const { app } = await withArticle('sqlite')
    const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
    expect((await app.inject({ url: '/v1/articles/a1', headers })).statusCode).toBe(200)
  })

  it('refuses a reading request with a body, ready or not', async () => {
    const { app } = await withArticle('sqlite')
    for (const round of ['made', 'ready']) {
      const response = await app.inject({ url: '/v1/articles/a1', method: 'GET', payload: { a: 1 } })
      expect(response.statusCode, round).toBe(400)
      await app.inject('/v1/articles/a1')
    }
  })
})

describe('a preference', () => {
  it('changes nothing, and nothing claims that it was applied (RFC 7240)', async () => {
    const { app } = await withArticle('sqlite')
    const plain = await app.inject('/v1/articles/a1')
    for (const prefer of ['return=minimal', 'return=representation', 'handling=strict', 'respond-async, wait=10', 'nonsense;;=']) {
      const { statusCode, headers, body } = await app.inject({ url: '/v1/articles/a1', headers: { prefer } })
      expect([statusCode, headers.etag, body], prefer).toEqual([200, plain.headers.etag, plain.body])
      expect(headers).not.toHaveProperty('preference-applied')
    }
  })
})

describe('pages of other origins', () => {
  it('may read everything without credentials, problems and answers that are ready included', async () => {
    const { app } = await withArticle('sqlite')
    for (const url of ['/v1/articles/a1', '/v1/articles/a1', '/v1/articles/none', '/v1/articles?limit=x', '/livez']) {
      const { headers } = await app.inject({ url, headers: { origin: 'https://elsewhere.example' } })
      expect(headers['access-control-allow-origin'], url).toBe('*')
      expect(headers['access-control-allow-credentials']).toBeUndefined()
      expect(headers['access-control-expose-headers']).toContain('ETag')
    }
  })

  it('are told beforehand what they may send', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const response = await app.inject({
      url: '/v1/articles',
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    })
    expect(response.statusCode).toBe(204)
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD, OPTIONS' })
    expect(String(response.headers['access-control-allow-headers'])).toContain('If-None-Match')
  })
})
