import Fastify from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createAddresses } from '../addresses.ts'
import { Gone } from '../errors.ts'
import { createAnswers, type FoundDocument } from './answers.ts'
import { registerErrorHandler } from './error-handler.ts'

const addresses = createAddresses({ siteUrl: 'https://www.example.gov.cn', apiUrl: 'https://api.example.gov.cn' })

/** One route whose work the test decides. */
const withRoute = (find: () => Promise<FoundDocument>, options: { makingsMaximum?: number; config?: object } = {}) => {
  const answers = createAnswers({ clock: () => 0, maximumBytes: 1_000_000, ...options })
  const app = Fastify()
  registerErrorHandler(app, { addresses })
  app.get('/*', { config: options.config ?? {} }, (request, reply) => answers.sendDocument(request, reply, find))
  onTestFinished(() => app.close())
  return { app, answers }
}

const found: FoundDocument = { body: '{"a":1}', contentType: 'application/json', dependencies: ['article:a'] }
const away = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

describe('answers', () => {
  it('answer 503 with Retry-After when more is in the making than can be, and the ready ones all the same', async () => {
    const { promise, resolve } = Promise.withResolvers<FoundDocument>()
    let isSlow = false
    const { app, answers } = withRoute(() => (isSlow ? promise : Promise.resolve(found)), { makingsMaximum: 2 })
    await app.inject('/ready')
    isSlow = true
    const waiting = ['/1', '/2'].map((url) => app.inject(url))
    await expect.poll(() => answers.inMaking()).toBe(2)
    const refused = await app.inject('/3')
    expect(refused.headers['retry-after']).toBe('2')
    expect(refused.json()).toMatchObject({ code: 'service-unavailable' })
    expect((await app.inject('/ready')).statusCode).toBe(200)
    resolve(found)
    expect((await Promise.all(waiting)).map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await app.inject('/5')).statusCode).toBe(200)
  })

  it('let the last good answer stand in while the database is away, and say 503 where there is none', async () => {
    let isAway = false
    const { app, answers } = withRoute(() => (isAway ? Promise.reject(away()) : Promise.resolve(found)))
    await app.inject('/a')
    isAway = true
    answers.drop(['article:a'], false)
    const standIn = await app.inject('/a')
    expect([standIn.statusCode, standIn.body, standIn.headers['cache-control']]).toEqual([200, '{"a":1}', 'no-cache'])
    expect((await app.inject('/b')).statusCode).toBe(503)
  })

  it('never let what was withdrawn or removed stand in', async () => {
    let isAway = false
    const { app, answers } = withRoute(() => (isAway ? Promise.reject(away()) : Promise.resolve(found)))
    await app.inject('/a')
    isAway = true
    answers.drop(['article:a'], true)
    expect((await app.inject('/a')).statusCode).toBe(503)
  })

  it('are errors for everyone who waits, never what was true before', async () => {
    let isGone = false
    const { app, answers } = withRoute(() =>
      isGone ? Promise.reject(new Gone('article-removed', { detail: '有误' })) : Promise.resolve(found),
    )
    await app.inject('/a')
    isGone = true
    answers.drop(['article:a'], false)
    const all = await Promise.all([app.inject('/a'), app.inject('/a'), app.inject('/a')])
    for (const response of all) {
      expect(response.statusCode).toBe(410)
      expect(response.json()).toMatchObject({ code: 'article-removed', detail: '有误' })
    }
  })

  it('say that an operation is deprecated, when it ends and where to read about it', async () => {
    const deprecation = { since: '2026-11-01T00:00:00Z', sunset: '2027-11-01T00:00:00Z', link: 'https://api.example.gov.cn/docs' }
    const { app, answers } = withRoute(() => Promise.resolve(found), { config: { deprecation } })
    for (const _ of ['made', 'again'])
      expect((await app.inject('/old')).headers).toMatchObject({
        deprecation: '@1793491200',
        sunset: 'Mon, 01 Nov 2027 00:00:00 GMT',
        link: '<https://api.example.gov.cn/docs>; rel="deprecation"',
      })
    expect(answers.cache.find('/old'), 'its use is counted, so it never takes the lane').toBeUndefined()
    const other = withRoute(() => Promise.resolve(found))
    expect((await other.app.inject('/new')).headers).not.toHaveProperty('deprecation')
  })

  it('never send what their schema does not declare', async () => {
    const answers = createAnswers({ clock: () => 0, maximumBytes: 1_000_000 })
    const app = Fastify()
    onTestFinished(() => app.close())
    const value = { shown: 'a', hidden: 'b' }
    app.get('/', (request, reply) =>
      answers.send(request, reply, z.object({ shown: z.string() }), async () => ({ value, dependencies: [] })),
    )
    expect((await app.inject('/')).json()).toEqual({ shown: 'a' })
  })
})
