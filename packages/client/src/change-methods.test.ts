import { describe, expect, it } from 'vitest'
import { type FakeAnswer, problem, startFakeApi } from '../testing/fake-api.ts'
import { createTestClient } from '../testing/test-client.ts'

const batch = (ids: string[], next: string): FakeAnswer => ({
  body: { data: ids.map((id) => ({ id, type: 'article.updated' })), page: { limit: 20, next }, links: {} },
})

/** Answers in turn; the last one for ever. */
const inTurn =
  (...answers: [FakeAnswer, ...FakeAnswer[]]) =>
  ({ number }: { number: number }): FakeAnswer =>
    answers[Math.min(number, answers.length) - 1] ?? answers[0]

describe('changes.follow', () => {
  it('gives batch after batch and says where to continue after each', async () => {
    await using api = await startFakeApi(inTurn(batch(['1', '2'], 'c2'), batch(['3'], 'c3')))
    const changes = createTestClient(api.url).client.changes.follow({ cursor: 'c0', limit: 2 })
    expect((await changes.next()).value).toMatchObject({ changes: [{ id: '1' }, { id: '2' }], cursor: 'c2' })
    expect((await changes.next()).value).toMatchObject({ changes: [{ id: '3' }], cursor: 'c3' })
    expect(api.requests.map(({ url }) => url.search)).toEqual(['?cursor=c0&limit=2&wait=25', '?cursor=c2&limit=2&wait=25'])
  })

  it('moves its place along when nothing happened, and does not hurry a server that does not wait', async () => {
    await using api = await startFakeApi(inTurn(batch([], 'c1'), batch([], 'c1'), batch(['9'], 'c9')))
    const { client, pauses } = createTestClient(api.url)
    expect((await client.changes.follow().next()).value?.cursor).toBe('c9')
    expect(api.requests.map(({ url }) => url.searchParams.get('cursor'))).toEqual([null, 'c1', 'c1'])
    expect(pauses).toEqual([1000, 1000])
  })

  it('sits out an outage longer than the repetitions of a request and loses nothing', async () => {
    const down = Array.from({ length: 10 }, () => problem(503, 'service-unavailable'))
    await using api = await startFakeApi(inTurn(batch(['1'], 'c1'), ...down, 'break', batch(['2'], 'c2')))
    const interruptions: unknown[] = []
    const { client } = createTestClient(api.url)
    const changes = client.changes.follow({ onInterruption: (error) => interruptions.push(error) })
    expect((await changes.next()).value?.cursor).toBe('c1')
    expect((await changes.next()).value).toMatchObject({ changes: [{ id: '2' }], cursor: 'c2' })
    expect(new Set(api.requests.slice(1).map(({ url }) => url.searchParams.get('cursor')))).toEqual(new Set(['c1']))
    expect(interruptions).toHaveLength(2)
  })

  it('ends with an answer that time will not mend', async () => {
    await using api = await startFakeApi(() => problem(400, 'invalid-cursor'))
    await expect(createTestClient(api.url).client.changes.follow({ cursor: 'x' }).next()).rejects.toMatchObject({ code: 'invalid-cursor' })
  })

  it('ends when the caller gives up, also in the middle of a wait', async () => {
    await using api = await startFakeApi(() => 'silence')
    const controller = new AbortController()
    const next = createTestClient(api.url).client.changes.follow({ signal: controller.signal }).next()
    controller.abort(new Error('shutting down'))
    await expect(next).rejects.toThrow('shutting down')
  })
})
