import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { buildTestApp, type TestApp, testSiteUrl } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'
import { reportLimits } from './report-limits.ts'
import { answerReport, closeReport, listReports } from './report-queue.ts'

type Gazette = TestApp & { articleId: string }
type Fields = Record<string, unknown>

const start = Date.parse('2026-11-20T09:00:00+08:00')

const setUp = async (engine: (typeof testEngines)[number]): Promise<Gazette> => {
  const gazette = await buildTestApp({ engine })
  return { ...gazette, articleId: await gazette.publish(articleContent(), 'chzhxw') }
}

const getToken = async ({ app }: Gazette): Promise<string> => (await app.inject('/v1/reports/form')).json().token

const at = ({ setNow }: Gazette, milliseconds: number): void => setNow(new Date(start + milliseconds).toISOString())

/** Asks for a form, waits as a person would and sends it. */
const send = async (gazette: Gazette, fields: Fields = {}, remoteAddress = '203.0.113.9') => {
  at(gazette, 0)
  const token = await getToken(gazette)
  at(gazette, 60_000)
  const body = { token, articleId: gazette.articleId, kind: 'typo', quote: '文', message: '“文”应为“闻”。', ...fields }
  return gazette.app.inject({ method: 'POST', url: '/v1/reports', remoteAddress, payload: body })
}

const stored = ({ store }: Gazette) => listReports(store, null, 1000)

describe.each(testEngines)('error reports on %s', (engine) => {
  it('takes a report, says its number and lets everyone who has it follow it', async () => {
    const gazette = await setUp(engine)
    const answer = await send(gazette, { contact: 'reader@example.org' })
    expect(answer.statusCode).toBe(202)
    const { number } = answer.json()
    expect(number).toMatch(/^20261120-[0-9a-z]{8}$/)
    const read = await gazette.app.inject(`/v1/reports/${number}`)
    expect(read.json()).toEqual({ number, status: 'open', receivedAt: '2026-11-20T09:01:00+08:00', answer: null, answeredAt: null })
    expect(read.headers['cache-control']).toBe('no-store')
    expect(await stored(gazette)).toMatchObject([{ number, kind: 'typo', message: '“文”应为“闻”。', contact: 'reader@example.org' }])
  })

  it('shows the answer, and never the message or how to reach its author', async () => {
    const gazette = await setUp(engine)
    const { number } = (await send(gazette, { contact: 'reader@example.org' })).json()
    await gazette.publishing.write((writing) => answerReport(writing, number, '已更正，谢谢。'))
    const { body } = await gazette.app.inject(`/v1/reports/${number}`)
    expect(JSON.parse(body)).toMatchObject({ status: 'answered', answer: '已更正，谢谢。' })
    for (const secret of ['reader@example.org', '应为']) expect(body).not.toContain(secret)
  })

  it('forgets how to reach its author when a report is closed, and takes no answer after that', async () => {
    const gazette = await setUp(engine)
    const { number } = (await send(gazette, { contact: 'reader@example.org' })).json()
    await gazette.publishing.write((writing) => closeReport(writing, number, '重复'))
    expect(await stored(gazette)).toMatchObject([{ status: 'closed', contact: '', addressHash: null, networkHash: null, note: '重复' }])
    await expect(gazette.publishing.write((writing) => answerReport(writing, number, '迟了'))).rejects.toThrow(/closed already/)
  })

  it('keeps no address of a caller, and no hash of one beyond its day', async () => {
    const gazette = await setUp(engine)
    await send(gazette)
    expect(JSON.stringify(await stored(gazette))).not.toContain('203.0.113')
    at(gazette, 2 * 86_400_000)
    const token = await getToken(gazette)
    at(gazette, 2 * 86_400_000 + 60_000)
    const later = { token, articleId: gazette.articleId, kind: 'other', message: '另一件事' }
    await gazette.app.inject({ method: 'POST', url: '/v1/reports', payload: later })
    const rows = await stored(gazette)
    expect(rows.map(({ addressHash }) => addressHash === null)).toEqual([false, true])
  })

  it('thanks a machine that fills in what people do not see, and keeps nothing', async () => {
    const gazette = await setUp(engine)
    const answer = await send(gazette, { website: 'https://spam.example', token: 'made-up' })
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([202, ['number', 'status', 'receivedAt', 'answer', 'answeredAt']])
    expect(await stored(gazette)).toEqual([])
  })

  it('takes the same report sent twice as one, from wherever it comes', async () => {
    const gazette = await setUp(engine)
    const first = (await send(gazette)).json()
    const second = await send(gazette, { message: ' “文”  应为“闻”。\n' }, '198.51.100.7')
    expect([second.statusCode, second.json().number]).toEqual([202, first.number])
    expect(await stored(gazette)).toHaveLength(1)
  })

  it('takes a few reports an hour from one address and says when it takes more', async () => {
    const gazette = await setUp(engine)
    for (let sent = 0; sent < reportLimits.address; sent += 1)
      expect((await send(gazette, { message: `第${sent}处` })).statusCode).toBe(202)
    const refused = await send(gazette, { message: '再一处' })
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([429, 'too-many-requests', '3600'])
    expect((await send(gazette, { message: '邻居' }, '203.0.113.10')).statusCode).toBe(202)
  })

  it('takes a limited number from one network, IPv6 included', async () => {
    const gazette = await setUp(engine)
    for (let sent = 0; sent < reportLimits.network; sent += 1)
      expect((await send(gazette, { message: `第${sent}处` }, `2001:db8:1:${sent}::1`)).statusCode).toBe(202)
    expect((await send(gazette, { message: '再一处' }, '2001:db8:1:ffff::1')).statusCode).toBe(429)
    expect((await send(gazette, { message: '再一处' }, '2001:db8:2::1')).statusCode).toBe(202)
  })

  it('holds its limits when everything comes at once', async () => {
    const gazette = await setUp(engine)
    const token = await getToken(gazette)
    at(gazette, 60_000)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        gazette.app.inject({
          method: 'POST',
          url: '/v1/reports',
          remoteAddress: '203.0.113.9',
          payload: { token, articleId: gazette.articleId, kind: 'typo', message: `第${index}处` },
        }),
      ),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(reportLimits.address)
  })
})

describe('the door of error reports', () => {
  const [engine = 'sqlite'] = testEngines

  it.each([
    ['an unknown field', { extra: 1 }, '/extra', 'unknown'],
    ['no message', { message: undefined }, '/message', 'required'],
    ['a blank message', { message: ' \n ' }, '/message', 'malformed'],
    ['a message beyond 2000 characters', { message: '长'.repeat(2001) }, '/message', 'out-of-range'],
    ['a contact beyond 200 characters', { contact: '1'.repeat(201) }, '/contact', 'out-of-range'],
    ['an unknown kind', { kind: 'praise' }, '/kind', 'not-allowed'],
    ['a NUL', { message: 'a\0b' }, '/message', 'malformed'],
    ['half a surrogate pair', { quote: '\ud800' }, '/quote', 'malformed'],
    ['neither article nor address', { articleId: undefined }, '/articleId', 'required'],
    ['both article and address', { url: `${testSiteUrl}/about` }, '/url', 'not-allowed'],
    ['an address elsewhere', { articleId: undefined, url: 'https://elsewhere.example/' }, '/url', 'not-allowed'],
    ['an address that only begins like ours', { articleId: undefined, url: `${testSiteUrl}.evil.example/` }, '/url', 'not-allowed'],
    ['an article that does not exist', { articleId: 'nosuch' }, '/articleId', 'not-allowed'],
    ['a made-up token', { token: 'made-up' }, '/token', 'malformed'],
  ])('refuses %s and points at it', async (_what, fields, pointer, code) => {
    const answer = await send(await setUp(engine), fields)
    expect([answer.statusCode, answer.headers['content-type'], answer.json().code]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      'invalid-body',
    ])
    expect(answer.json().errors).toEqual([expect.objectContaining({ pointer, code })])
  })

  it('takes reports about pages of the site', async () => {
    expect((await send(await setUp(engine), { articleId: undefined, url: `${testSiteUrl}/about` })).statusCode).toBe(202)
  })

  it('says nothing of articles nobody can see', async () => {
    const gazette = await setUp(engine)
    const draft = await gazette.publishing.createDraft({ channelId: 'chzhxw', content: articleContent() })
    expect((await send(gazette, { articleId: draft })).json().errors[0].pointer).toBe('/articleId')
  })

  it('refuses a form sent faster than people write, and one from yesterday', async () => {
    const gazette = await setUp(engine)
    at(gazette, 0)
    const body = { token: await getToken(gazette), articleId: gazette.articleId, kind: 'typo', message: '错字' }
    const codeAt = async (milliseconds: number) => {
      at(gazette, milliseconds)
      const answer = await gazette.app.inject({ method: 'POST', url: '/v1/reports', payload: body })
      return answer.statusCode === 202 ? 'taken' : answer.json().errors[0].code
    }
    expect([await codeAt(2_000), await codeAt(86_400_000), await codeAt(4_000)]).toEqual(['too-early', 'expired', 'taken'])
  })

  it('refuses a cursor of another operation as a token', async () => {
    const gazette = await setUp(engine)
    const { page } = (await gazette.app.inject('/v1/changes')).json()
    expect((await send(gazette, { token: page.next })).json().errors[0].pointer).toBe('/token')
  })

  it.each([
    ['text/plain', 'hello', 415],
    ['application/x-www-form-urlencoded', 'kind=typo', 415],
    ['application/json', '{', 400],
    ['application/json', JSON.stringify({ message: 'a'.repeat(40_000) }), 413],
  ])('refuses %s that it cannot read', async (type, payload, status) => {
    const gazette = await setUp(engine)
    const answer = await gazette.app.inject({ method: 'POST', url: '/v1/reports', headers: { 'content-type': type }, payload })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8'])
  })

  it('answers 404 to a number nobody has and 400 to what is none', async () => {
    const { app } = await setUp(engine)
    expect((await app.inject('/v1/reports/20261120-00000000')).statusCode).toBe(404)
    expect((await app.inject('/v1/reports/1')).statusCode).toBe(400)
  })

  it('believes a neighbour on the same machine who says for whom it asks, and nobody else', async () => {
    const gazette = await setUp(engine)
    const flood = async (remoteAddress: string, forwarded: (sent: number) => string) => {
      const statuses: number[] = []
      for (let sent = 0; sent <= reportLimits.address; sent += 1) {
        at(gazette, 0)
        const token = await getToken(gazette)
        at(gazette, 60_000)
        const payload = { token, articleId: gazette.articleId, kind: 'typo', message: `${remoteAddress} ${sent}` }
        const headers = { 'x-forwarded-for': forwarded(sent) }
        statuses.push((await gazette.app.inject({ method: 'POST', url: '/v1/reports', remoteAddress, headers, payload })).statusCode)
      }
      return statuses.at(-1)
    }
    expect(await flood('127.0.0.1', (sent) => `192.0.2.${sent + 1}`)).toBe(202)
    expect(await flood('203.0.113.9', (sent) => `198.51.100.${sent + 1}`)).toBe(429)
  })
})
