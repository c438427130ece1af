import { Change } from '@gazette/schema/change'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const listen = async ({ app }: TestApp): Promise<string> => app.listen({ host: '127.0.0.1', port: 0 })

/** Reads events of a stream until there are `count`. */
const readEvents = async (address: string, count: number, headers: Record<string, string> = {}) => {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const response = await fetch(address, { headers, signal: end.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const events: { id: string; change: Change }[] = []
  let text = ''
  if (!response.body) throw new Error('A stream has a body.')
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? []
      if (id !== undefined && data !== undefined) events.push({ id, change: Change.parse(JSON.parse(data)) })
    }
    if (events.length >= count) break
  }
  end.abort()
  return events
}

describe.each(testEngines)('GET /v1/changes/stream on %s', (engine) => {
  it('sends what the feed says, each change once, and then what happens', async () => {
    const test = await buildTestApp({ engine })
    const url = `${await listen(test)}/v1/changes/stream`
    const known = (await test.app.inject('/v1/changes?limit=100')).json().data
    const reading = readEvents(url, known.length + 1)
    await test.publish(articleContent(), 'chzhxw', 'a1')
    const events = await reading
    expect(events.map(({ change }) => change.id).slice(0, known.length)).toEqual(known.map(({ id }: Change) => id))
    expect(events.at(-1)?.change).toMatchObject({ type: 'article.published', articleId: 'a1' })
    expect(events.map(({ id }) => id)).toEqual(events.map(({ change }) => change.id))
  })

  it('resumes behind the event that was seen last, by its id or by a cursor', async () => {
    const test = await buildTestApp({ engine })
    const url = `${await listen(test)}/v1/changes/stream`
    const { data, page } = (await test.app.inject('/v1/changes?limit=5')).json()
    const all = (await test.app.inject('/v1/changes?limit=100')).json().data.map(({ id }: Change) => id)
    const ids = async (address: string, headers?: Record<string, string>) =>
      (await readEvents(address, 3, headers)).map(({ id }) => id).slice(0, 3)
    expect(await ids(url, { 'last-event-id': data[4].id })).toEqual(all.slice(5, 8))
    expect(await ids(`${url}?cursor=${page.next}`)).toEqual(all.slice(5, 8))
    expect(await ids(`${url}?cursor=${page.next}`, { 'last-event-id': all[9] }), 'what was seen last counts').toEqual(all.slice(10, 13))
  })

  it('sends with cursor=now only what happens from then on', async () => {
    const test = await buildTestApp({ engine })
    const url = `${await listen(test)}/v1/changes/stream?cursor=now`
    const end = new AbortController()
    onTestFinished(() => end.abort())
    const response = await fetch(url, { signal: end.signal })
    await test.publish(articleContent(), 'chzhxw', 'a1')
    let text = ''
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part
      if (text.includes('a1')) break
    }
    expect(text.match(/^data: /gm)).toHaveLength(1)
  })

  it('refuses a made-up position and lets go when the server closes', async () => {
    const test = await buildTestApp({ engine })
    const address = await listen(test)
    expect((await fetch(`${address}/v1/changes/stream?cursor=made-up`)).status).toBe(400)
    expect((await fetch(`${address}/v1/changes/stream`, { headers: { 'last-event-id': '1; drop' } })).status).toBe(400)
    const response = await fetch(`${address}/v1/changes/stream`)
    const ended = response.text()
    const closing = performance.now()
    await test.app.close()
    await ended
    expect(performance.now() - closing).toBeLessThan(5_000)
  })
})
