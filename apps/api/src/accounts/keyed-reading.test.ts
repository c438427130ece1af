import { Problem } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { createToken, revokeToken } from './token-records.ts'
import { createTokenText } from './token-text.ts'

const makeToken = ({ publishing }: TestApp) =>
  publishing.write((writing) => createToken(writing, { name: 'a mirror', role: 'reader', expiresAt: null }))

/** Asks over a real connection, from elsewhere. */
const listen = async ({ app }: TestApp) => {
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return (authorization?: string, path = '/v1/site') =>
    fetch(origin + path, { headers: { 'x-forwarded-for': '198.51.100.1', ...(authorization === undefined ? {} : { authorization }) } })
}

describe.each(testEngines)('a request with a token, on %s', (engine) => {
  it('is counted by its token under the higher quota, made or ready, beside those without', async () => {
    const test = await buildTestApp({ engine })
    const ask = await listen(test)
    const { token } = await makeToken(test)
    const left = async (authorization?: string) => (await ask(authorization)).headers.get('ratelimit')?.replace(/;t=\d+$/, '')
    expect([await left(`Bearer ${token}`), await left(`Bearer ${token}`), await left(`bearer ${token}`)]).toEqual([
      '"keyed";r=11999',
      '"keyed";r=11998',
      '"keyed";r=11997',
    ])
    expect(await left()).toBe('"anonymous";r=1199')
    expect((await ask(`Bearer ${token}`)).headers.get('ratelimit-policy')).toBe('"keyed";q=12000;w=60')
  })

  it('gets the same bytes and validator as one without', async () => {
    const test = await buildTestApp({ engine })
    const ask = await listen(test)
    const { token } = await makeToken(test)
    const [open, keyed] = [await ask(), await ask(`Bearer ${token}`)]
    expect(keyed.headers.get('etag')).toBe(open.headers.get('etag'))
    expect(await keyed.text()).toBe(await open.text())
  })

  it('is 401 once the token is revoked, ready answer or not', async () => {
    const test = await buildTestApp({ engine })
    const ask = await listen(test)
    const { token, record } = await makeToken(test)
    expect((await ask(`Bearer ${token}`)).status).toBe(200)
    await test.publishing.write((writing) => revokeToken(writing, record.id))
    for (const path of ['/v1/site', '/v1/channels']) expect((await ask(`Bearer ${token}`, path)).status).toBe(401)
  })
})

describe('credentials that are nobody’s', () => {
  it('are 401 on every public address with the way in, and counted by the address they come from', async () => {
    const test = await buildTestApp({ engine: 'sqlite' })
    const ask = await listen(test)
    await ask()
    for (const authorization of ['Bearer gzt_x', `Bearer ${createTokenText()}`, 'Bearer', 'Basic YTpi', 'Digest a="b"', 'x'])
      for (const path of ['/v1/site', '/v1/articles/none', '/v1/export/articles.ndjson', '/openapi.json', '/docs/guides']) {
        const response = await ask(authorization, path)
        expect([response.status, response.headers.get('www-authenticate')], path).toEqual([
          401,
          'Bearer realm="gazette", error="invalid_token"',
        ])
        expect(Problem.parse(await response.json()).code).toBe('invalid-token')
        expect(response.headers.get('cache-control')).toBe('no-store')
        expect(response.headers.get('ratelimit')).toContain('"anonymous"')
      }
    expect((await ask('Bearer gzt_x', '/livez')).status).toBe(200)
  })

  it('use up the quota of their address, so that guessing comes to an end', async () => {
    const test = await buildTestApp({ engine: 'sqlite' })
    const ask = await listen(test)
    for (let count = 0; count < 1200; count += 1) await (await ask('Bearer gzt_x')).arrayBuffer()
    expect((await ask('Bearer gzt_x')).status).toBe(429)
  })

  it('may be sent by any page: the preflight allows Authorization', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const headers = {
      origin: 'https://other.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    }
    const response = await app.inject({ method: 'OPTIONS', url: '/v1/site', headers })
    expect(response.statusCode).toBe(204)
    expect(response.headers['access-control-allow-headers']).toContain('Authorization')
  })
})
