import { brotliDecompressSync } from 'node:zlib'
import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const listen = ({ app }: TestApp): Promise<string> => app.listen({ host: '127.0.0.1', port: 0 })

const stable = ({ headers }: Response): Record<string, string> => {
  const { date: _, connection: __, 'keep-alive': ___, 'x-request-id': ____, ratelimit: _____, ...rest } = Object.fromEntries(headers)
  return rest
}

describe.each(testEngines)('an answer that is ready, over a real connection on %s', (engine) => {
  it('is the same in every header and byte as when it was made', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent({ title: '长'.repeat(900) }), 'chzhxw', 'a1')
    const address = await listen(test)
    for (const path of ['/v1/articles/a1', '/v1/articles?limit=5', '/v1/channels', '/openapi.json', '/v1/feeds/rss']) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': encoding, accept: '*/*' }
        const made = await fetch(address + path, { headers })
        const ready = await fetch(address + path, { headers })
        expect(stable(ready), path).toEqual(stable(made))
        expect(await ready.text(), path).toBe(await made.text())
        const head = await fetch(address + path, { method: 'HEAD', headers })
        expect(stable(head), path).toEqual(stable(made))
        const again = await fetch(address + path, { headers: { ...headers, 'if-none-match': made.headers.get('etag') ?? '' } })
        expect([again.status, await again.text()], path).toEqual([304, ''])
      }
    }
  })

  it('is compressed as it was asked for', async () => {
    const test = await buildTestApp({ engine })
    await test.publish(articleContent({ title: '长'.repeat(900) }), 'chzhxw', 'a1')
    await test.app.inject('/v1/articles/a1')
    const packed = await test.app.inject({ url: '/v1/articles/a1', headers: { 'accept-encoding': 'br' } })
    expect(JSON.parse(brotliDecompressSync(packed.rawPayload).toString()).id).toBe('a1')
  })

  it('carries the id of the request and what is left of the quota', async () => {
    const test = await buildTestApp({ engine })
    const address = await listen(test)
    for (const _ of ['made', 'ready']) {
      const { headers } = await fetch(`${address}/v1/site`, { headers: { 'x-request-id': 'abc', 'x-forwarded-for': '198.51.100.1' } })
      expect(headers.get('x-request-id')).toBe('abc')
      expect(headers.get('ratelimit-policy')).toBe('"anonymous";q=1200;w=60')
      expect(headers.get('ratelimit')).toMatch(/^"anonymous";r=11\d\d;t=\d+$/)
    }
  })

  it('is refused with 429 once the quota is used up, and only to whoever used it up', async () => {
    const test = await buildTestApp({ engine })
    const address = await listen(test)
    const ask = (from: string, path = '/v1/site') => fetch(address + path, { headers: { 'x-forwarded-for': from } })
    for (let count = 0; count < 1200; count += 1) await (await ask('198.51.100.2')).arrayBuffer()
    const refused = await ask('198.51.100.2')
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(refused.headers.get('ratelimit')).toBe(`"anonymous";r=0;t=${seconds}`)
    expect(Problem.parse(await refused.json()).code).toBe('too-many-requests')
    expect((await ask('198.51.100.3')).status).toBe(200)
    expect((await ask('198.51.100.2', '/livez')).status).toBe(200)
  })

  it('is not sent to a request that breaks a rule', async () => {
    const test = await buildTestApp({ engine })
    const address = await listen(test)
    await fetch(`${address}/v1/site`)
    expect((await fetch(`${address}/v1/site`, { headers: { accept: 'text/html' } })).status).toBe(406)
    expect((await fetch(`${address}/v1/site`, { method: 'POST', body: '{}' })).status).toBe(405)
  })
})

describe('GET /metrics', () => {
  it('counts what was answered, and is not there for whoever comes through a proxy', async () => {
    const test = await buildTestApp({ engine: 'sqlite' })
    const address = await listen(test)
    for (const path of ['/v1/site', '/v1/site', '/v1/articles/none']) await (await fetch(address + path)).arrayBuffer()
    const response = await fetch(`${address}/metrics`)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    expect(text).toContain('gazette_requests_total{operation="/v1/site",status="200"} 1')
    expect(text).toContain('gazette_requests_total{operation="ready",status="200"} 1')
    expect(text).toContain('gazette_requests_total{operation="/v1/articles/:id",status="404"} 1')
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) [a-z0-9_]+ .+|[a-z0-9_]+(\{[^}]*\})? [\d.e+-]+)$/)
    expect((await fetch(`${address}/metrics`, { headers: { 'x-forwarded-for': '198.51.100.1' } })).status).toBe(404)
  })
})
