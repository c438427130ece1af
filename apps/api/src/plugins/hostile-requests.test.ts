import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { exchange, listenOnPort } from '../testing/raw-connection.ts'
import { testEngines } from '../testing/test-engines.ts'

const parameterErrors = (body: string) => Problem.parse(JSON.parse(body)).errors ?? []

describe.each(testEngines)('parameters that are wrong, on %s', (engine) => {
  it('are named one by one, with what they must be, in Chinese and in English', async () => {
    const { app } = await buildTestApp({ engine })
    const url = '/v1/articles?limit=abc&kind=gossip&from=yesterday&sort=title'
    const chinese = await app.inject(url)
    expect(chinese.statusCode).toBe(400)
    expect(chinese.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(chinese.headers).toMatchObject({ 'content-language': 'zh-CN', vary: 'Accept-Language', 'cache-control': 'no-store' })
    const errors = parameterErrors(chinese.body)
    expect(errors.map(({ parameter, code }) => [parameter, code]).sort()).toEqual([
      ['from', 'malformed'],
      ['kind', 'not-allowed'],
      ['limit', 'malformed'],
      ['sort', 'not-allowed'],
    ])
    expect(errors.find(({ parameter }) => parameter === 'limit')?.message).toBe('limit 应为 1 到 100 之间的整数。')
    const english = await app.inject({ url, headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' } })
    expect(english.headers['content-language']).toBe('en')
    expect(parameterErrors(english.body).find(({ parameter }) => parameter === 'limit')?.message).toBe(
      'limit must be a whole number from 1 to 100.',
    )
  })

  it('are refused and never clamped', async () => {
    const { app } = await buildTestApp({ engine })
    for (const limit of ['0', '-1', '101', '1e9', '1.5', '0x10', '', '%20', '99999999999999999999', 'NaN', '%EF%BC%91', '+5']) {
      const response = await app.inject(`/v1/articles?limit=${limit}`)
      expect(response.statusCode, limit).toBe(400)
      expect(parameterErrors(response.body), limit).toMatchObject([{ parameter: 'limit' }])
    }
  })

  it('are refused when the operation has none of that name', async () => {
    const { app } = await buildTestApp({ engine })
    const names = ['Limit', 'limit[]', 'limit[gt]', '__proto__', 'constructor', 'toString', 'nonsense', '']
    for (const path of ['/v1/articles', '/v1/site', '/v1/channels', '/v1/changes', '/v1/problems', '/v1/resolve']) {
      for (const name of names) {
        const response = await app.inject(`${path}?${encodeURIComponent(name)}=5`)
        expect(response.statusCode, `${path} ${name}`).toBe(400)
        expect(
          parameterErrors(response.body).map(({ parameter }) => parameter),
          path,
        ).toContain(name)
      }
    }
  })

  it('are refused when they stand there twice', async () => {
    const { app } = await buildTestApp({ engine })
    for (const query of ['limit=1&limit=2', 'ids=a&ids=b', 'kind=news&kind=news']) {
      const response = await app.inject(`/v1/articles?${query}`)
      expect(response.statusCode, query).toBe(400)
      expect(parameterErrors(response.body)).toMatchObject([{ parameter: query.split('=', 1)[0], code: 'repeated' }])
    }
  })

  it('are refused when they carry control characters or broken UTF-8', async () => {
    const { app } = await buildTestApp({ engine })
    const texts = [
      '%00',
      'a%00b',
      '%01',
      '%7F',
      '%C2%85',
      '%ED%A0%80',
      '%C0%AF',
      '%E0%80%AF',
      '%FF',
      '%E4%BD',
      '%',
      '%zz',
      '%25%',
      '%u4e2d',
    ]
    const places = [
      '/v1/articles?author=',
      '/v1/articles?source=',
      '/v1/articles?topic=',
      '/v1/articles?channel=',
      '/v1/resolve?url=/',
      '/v1/channels?path=',
      '/v1/articles/',
      '/v1/channels/',
      '/v1/problems/',
      '/media/a/',
    ]
    for (const place of places) {
      for (const text of texts) {
        const response = await app.inject(place + text)
        expect([400, 404], place + text).toContain(response.statusCode)
        Problem.parse(response.json())
      }
    }
  })
})

describe('addresses', () => {
  it('are refused with 414 beyond 8 kB', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const response = await app.inject(`/v1/articles?author=${'a'.repeat(10_000)}`)
    expect(response.statusCode).toBe(414)
    expect(Problem.parse(response.json()).code).toBe('uri-too-long')
  })

  it('with thousands of parameters are refused at once', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const query = Array.from({ length: 1_000 }, (_, index) => `a${index}=`).join('&')
    const response = await app.inject(`/v1/articles?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.body.length).toBeLessThan(20_000)
  })

  it.each(['/v1//articles', '/v1/articles/', '/V1/articles', '/v1/articles/a1/', '//evil.example/v1/site'])(
    'have one spelling: %s is not found',
    async (url) => {
      const { app, publish } = await buildTestApp({ engine: 'sqlite' })
      await publish(articleContent(), 'chzhxw', 'a1')
      const response = await app.inject({ url })
      expect(response.statusCode).toBe(404)
      Problem.parse(response.json())
    },
  )
})

const headers = (count: number, value: string): string => Array.from({ length: count }, (_, index) => `X-${index}: ${value}\r\n`).join('')

const problemOf = (answer: string): Problem => Problem.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)))

describe('what is hardly HTTP', () => {
  it.each([
    ['a header of 64 kB', `GET /v1/site HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(65_536)}\r\n\r\n`, 431],
    ['an address of 64 kB', `GET /v1/articles?author=${'a'.repeat(65_536)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['an address of 10 kB', `GET /v1/articles?author=${'a'.repeat(10_240)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 414],
    ['an address of 10 MB', `GET /v1/articles?author=${'a'.repeat(10_485_760)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['ten thousand parameters', `GET /v1/articles?${'a=&'.repeat(10_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 431],
    ['parameters that fit', `GET /v1/articles?${'a&'.repeat(2_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 400],
    ['a thousand long headers', `GET /v1/site HTTP/1.1\r\nHost: x\r\n${headers(1_000, 'abcdefgh')}\r\n`, 431],
    ['bare line feeds', 'GET /v1/site HTTP/1.1\nHost: x\n\n', 400],
    ['a bare line feed in a header', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nA: b\nC: d\r\n\r\n', 400],
    ['a carriage return in a header', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\rSet-Cookie: b\r\n\r\n', 400],
    ['a NUL in a header', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n', 400],
    ['a space before the colon', 'GET /v1/site HTTP/1.1\r\nHost : x\r\n\r\n', 400],
    ['bytes that are no address', 'GET /v1/\xe4\xb8\xad\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    [
      'a chunk that lies',
      'POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['two hosts', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n', 400],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['noise', 'hello\r\n\r\n', 400],
    ['no host', 'GET /v1/site HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a folded header', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
  ])('is answered with a problem: %s', async (_what, bytes, status) => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const port = await listenOnPort(app)
    const answer = await exchange(port, bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(problemOf(answer).status).toBe(status)
  })

  it.each([
    '/v1/articles/../site',
    '/v1/%2e%2e/livez',
    '/v1/./site',
    '/v1/site;a=b',
    '/v1/site%2f',
    '/v1/site%00',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/v1/%252e%252e/livez',
    '/\\\\evil.example',
    '/docs/../../etc/passwd',
    '/docs/static/..%2f..%2fpackage.json',
  ])('does not walk about in an address: %s is not found', async (path) => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const port = await listenOnPort(app)
    const answer = await exchange(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(problemOf(answer).status).toBe(404)
  })

  it('takes no method it does not know, and none from a header', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const port = await listenOnPort(app)
    for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const answer = await exchange(port, `${method} /v1/site HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      expect(problemOf(answer).status, method).toBe(405)
      expect(answer).toMatch(/\r\nallow: GET, HEAD, OPTIONS\r\n/i)
    }
    const overridden = 'GET /v1/site HTTP/1.1\r\nHost: x\r\nX-HTTP-Method-Override: DELETE\r\nConnection: close\r\n\r\n'
    expect(await exchange(port, overridden)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('puts nothing a caller sent into a header but a harmless request id', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    for (const id of ['a b', 'a"b', '甲', '<x>', 'a'.repeat(129)]) {
      const { headers: sent } = await app.inject({ url: '/v1/site', headers: { 'x-request-id': id } })
      expect(sent['x-request-id'], id).toMatch(/^[\da-f]{32}$/)
    }
    for (const url of [
      '/v1/articles?author=a%0d%0aSet-Cookie:%20b',
      '/v1/resolve?url=/%0d%0aSet-Cookie:%20b',
      '/v1/articles/a%0d%0aX:%20y',
    ]) {
      const response = await app.inject(url)
      expect([400, 404], url).toContain(response.statusCode)
      expect(response.headers['set-cookie'] ?? response.headers['x'], url).toBeUndefined()
    }
  })

  it('takes an address in absolute form, and never lets the host of a request into an answer', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const port = await listenOnPort(app)
    const request =
      'GET http://evil.example/v1/articles HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n'
    const answer = await exchange(port, request)
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect(answer).not.toContain('evil')
  })
})
