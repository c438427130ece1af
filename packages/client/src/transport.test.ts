import { describe, expect, it } from 'vitest'
import { problem, startFakeApi } from '../testing/fake-api.ts'
import { createTestClient } from '../testing/test-client.ts'
import { ConnectionError, ProblemError, TimeoutError, UnexpectedAnswerError } from './errors.ts'

const site = { body: { name: '示例' } }

describe('a request', () => {
  it('carries the token and the language it was given, and asks below the address it was given', async () => {
    await using api = await startFakeApi(() => site)
    const { client } = createTestClient(`${api.url}/behind/proxy`, { token: 'gzt_x', language: 'en' })
    expect(await client.site()).toEqual({ name: '示例' })
    expect(api.requests[0]?.url.pathname).toBe('/behind/proxy/v1/site')
    expect(api.requests[0]?.headers).toMatchObject({ authorization: 'Bearer gzt_x', 'accept-language': 'en', accept: 'application/json' })
  })

  it('throws the problem the API names, with everything it says', async () => {
    await using api = await startFakeApi(() => problem(410, 'article-removed'))
    const error = await createTestClient(api.url)
      .client.articles.get('a1')
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({
      name: 'ProblemError',
      status: 410,
      code: 'article-removed',
      errors: [],
      message: '410 article-removed: article-removed.',
    })
    expect(api.requests).toHaveLength(1)
  })

  it('says so when something else than the API answers', async () => {
    await using api = await startFakeApi(({ number }) => (number === 1 ? { status: 403, body: '<html>' } : { body: '<html>' }))
    const { client } = createTestClient(api.url)
    await expect(client.site()).rejects.toMatchObject({ name: 'UnexpectedAnswerError', status: 403 })
    await expect(client.site()).rejects.toBeInstanceOf(UnexpectedAnswerError)
  })

  it('is given up with the reason of the caller', async () => {
    await using api = await startFakeApi(() => 'silence')
    const controller = new AbortController()
    const answer = createTestClient(api.url).client.site({ signal: controller.signal })
    controller.abort(new Error('no longer needed'))
    await expect(answer).rejects.toThrow('no longer needed')
    await expect(createTestClient(api.url).client.site({ signal: AbortSignal.abort('at once') })).rejects.toBe('at once')
  })
})

describe('repetition', () => {
  it.each([429, 503])('waits after %i as long as Retry-After says and then succeeds', async (status) => {
    const code = status === 429 ? 'too-many-requests' : 'service-unavailable'
    await using api = await startFakeApi(({ number }) => (number <= 2 ? problem(status, code, { 'retry-after': '7' }) : site))
    const { client, pauses } = createTestClient(api.url)
    expect(await client.site()).toEqual({ name: '示例' })
    expect(pauses).toEqual([7000, 7000])
  })

  it('backs off by itself where nobody says how long', async () => {
    await using api = await startFakeApi(({ number }) => (number <= 3 ? { status: 502, body: 'bad gateway' } : site))
    const { client, pauses } = createTestClient(api.url)
    await client.site()
    expect(pauses).toEqual([1000, 2000, 4000])
  })

  it('ends with the last error', async () => {
    await using api = await startFakeApi(() => problem(503, 'service-unavailable'))
    const { client, pauses } = createTestClient(api.url, { retries: 1 })
    await expect(client.site()).rejects.toMatchObject({ code: 'service-unavailable' })
    expect(pauses).toHaveLength(1)
    expect(api.requests).toHaveLength(2)
  })

  it('does not wait longer than the caller can bear', async () => {
    await using api = await startFakeApi(() => problem(429, 'too-many-requests', { 'retry-after': '3600' }))
    const { client, pauses } = createTestClient(api.url)
    await expect(client.site()).rejects.toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 3600 })
    expect(pauses).toEqual([])
  })

  it('survives a connection that breaks, before the answer and within it', async () => {
    await using api = await startFakeApi(({ number }) =>
      number === 1 ? 'break' : number === 2 ? { headers: { 'content-length': '99' }, body: '{', cut: true } : site,
    )
    expect(await createTestClient(api.url).client.site()).toEqual({ name: '示例' })
  })

  it('tells a broken connection and a silent server apart', async () => {
    await using api = await startFakeApi(({ number }) => (number === 1 ? 'break' : 'silence'))
    const { client } = createTestClient(api.url, { retries: 0 })
    await expect(client.site()).rejects.toBeInstanceOf(ConnectionError)
    await expect(client.site({ timeoutMilliseconds: 20 })).rejects.toBeInstanceOf(TimeoutError)
  })

  it('never repeats what the caller did wrong', async () => {
    await using api = await startFakeApi(() => problem(400, 'invalid-parameter'))
    await expect(createTestClient(api.url).client.articles.list()).rejects.toMatchObject({ code: 'invalid-parameter' })
    expect(api.requests).toHaveLength(1)
  })
})

describe('memory', () => {
  it('asks again with the ETag and takes its own copy after 304', async () => {
    await using api = await startFakeApi(({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304, headers: { etag: '"1"' } } : { ...site, headers: { etag: '"1"' } },
    )
    const { client } = createTestClient(api.url)
    const first = await client.site()
    first.name = 'changed by the caller'
    expect(await client.site()).toEqual({ name: '示例' })
    expect(api.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"'])
  })

  it('keeps addresses apart and takes the new state when there is one', async () => {
    await using api = await startFakeApi(({ number }) => ({ body: { name: String(number) }, headers: { etag: `"${number}"` } }))
    const { client } = createTestClient(api.url)
    await client.articles.get('a')
    await client.articles.get('a', { body: 'html' })
    expect(await client.articles.get('a')).toEqual({ name: '3' })
    await client.articles.get('a')
    expect(api.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, '"1"', '"3"'])
  })

  it('keeps nothing when it may not', async () => {
    await using api = await startFakeApi(() => ({ ...site, headers: { etag: '"1"' } }))
    const { client } = createTestClient(api.url, { cacheMaximumCharacters: 0 })
    await client.site()
    await client.site()
    expect(api.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined])
  })
})
