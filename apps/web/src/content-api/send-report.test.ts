import type { NewReport } from '@gazette/schema/report'
import { describe, expect, it } from 'vitest'
import { sendReport } from './send-report.ts'

const report: NewReport = { token: 't', articleId: 'a', kind: 'typo', quote: '', message: '错字', contact: '', website: '' }
const receipt = { number: '20261123-abcdefgh', status: 'open', receivedAt: '2026-11-23T10:00:00+08:00', answer: null, answeredAt: null }
const problem = { type: 'https://api.example.org/p', title: '', status: 400, detail: '', instance: 'urn:x', code: 'invalid-body' }

const send = (answer: () => Promise<Response>, forwardedFor = '203.0.113.9') => {
  const asked: { url: string; headers: Headers }[] = []
  const fetch: typeof globalThis.fetch = async (url, options) => {
    asked.push({ url: String(url), headers: new Headers(options?.headers) })
    return answer()
  }
  return { asked, sent: sendReport({ apiUrl: 'https://api.example.org', fetch }, report, forwardedFor) }
}
const answering = (status: number, body: unknown) => async () => Response.json(body, { status })

describe('sendReport', () => {
  it('hands over the receipt, and says for whom it asks', async () => {
    const { asked, sent } = send(answering(202, receipt))
    expect(await sent).toEqual({ outcome: 'taken', receipt })
    expect(asked[0]?.url).toBe('https://api.example.org/v1/reports')
    expect(asked[0]?.headers.get('x-forwarded-for')).toBe('203.0.113.9')
  })

  it('hands over what is wrong', async () => {
    const errors = [{ pointer: '/token', code: 'expired', message: '过期' }]
    expect(await send(answering(400, { ...problem, errors })).sent).toEqual({ outcome: 'refused', errors })
    expect(await send(answering(429, problem)).sent).toEqual({ outcome: 'tooMany' })
  })

  it.each([
    ['is away', () => Promise.reject(new Error('down'))],
    ['fails', answering(500, problem)],
    ['answers garbage', async () => new Response('<html>', { status: 202 })],
    ['answers outside the contract', answering(202, { number: 'x' })],
  ])('never throws when the API %s', async (_what, answer) => {
    expect(await send(answer).sent).toEqual({ outcome: 'failed' })
  })
})
