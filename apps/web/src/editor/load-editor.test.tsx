import type { Inspection } from '@gazette/schema/inspection'
import { describe, expect, it } from 'vitest'
import type { InspectionAnswer } from '../content-api/read-inspection.ts'
import { render, toText } from '../testing/markup.ts'
import { exampleSite } from '../testing/read-examples.ts'
import { findEditorToken, toEditorCookie } from './editor-cookie.ts'
import { EditorNotice } from './editor-notice.tsx'
import { EditorPage } from './editor-page.tsx'
import { loadEditor } from './load-editor.ts'

const token = `gzt_${'0'.repeat(48)}`
const inspection: Inspection = {
  checkedAt: '2026-11-20T09:00:00+08:00',
  passed: false,
  indicators: [{ code: 'home', passed: false, count: 1, limit: 1 }],
  home: { state: 'empty', lastPublishedAt: null, overdueAt: null },
  channels: [
    {
      channel: { id: 'a', path: 'zwzx/zhxw', name: '综合新闻' },
      group: 'news',
      articleCount: 3,
      state: 'overdue',
      lastPublishedAt: '2026-11-01T09:00:00+08:00',
      overdueAt: '2026-11-15T09:00:00+08:00',
    },
  ],
}

const setUp = (answer: InspectionAnswer, signedIn: string | null = null) => {
  const [asked, remembered]: [string[], (string | null)[]] = [[], []]
  const load = (fields?: Record<string, string>) =>
    loadEditor({
      token: signedIn,
      form: fields ? { fields: new URLSearchParams(fields) } : null,
      ask: async (given) => {
        asked.push(given)
        return answer
      },
      remember: (given) => void remembered.push(given),
    })
  return { load, asked, remembered }
}

describe('loadEditor', () => {
  it('signs in with a token the API knows as an editor’s', async () => {
    const { load, asked, remembered } = setUp({ outcome: 'found', inspection })
    expect(await load({ token: ` ${token} ` })).toEqual({ redirect: '/editor', afterForm: true })
    expect([asked, remembered]).toEqual([[token], [token]])
  })

  it.each([
    ['refused', 401, '令牌无效'],
    ['notEditor', 403, '没有编辑权限'],
    ['tooMany', 429, '过于频繁'],
    ['failed', 503, '没有回应'],
  ] as const)('says in place why not when the API says %s, and remembers nothing', async (outcome, status, message) => {
    const { load, remembered } = setUp({ outcome })
    const made = await load({ token })
    if (!('show' in made)) throw new Error('nothing is shown')
    expect([made.status, made.isKept, remembered]).toEqual([status, false, []])
    const markup = render(<EditorPage frame={{ site: exampleSite, channels: [], hasLeavingNotice: true }} view={made.show} />)
    expect(toText(markup)).toContain(message)
    expect(markup).toMatch(/<input[^>]*type="password"[^>]*aria-invalid="true"/)
    expect(markup).not.toContain(token)
  })

  it('sends nobody what cannot be a token', async () => {
    const { load, asked } = setUp({ outcome: 'found', inspection })
    for (const given of ['', 'gzt_x', `${token}\r\nx: y`]) expect(await load({ token: given })).not.toHaveProperty('redirect')
    expect(asked).toEqual([])
  })

  it('signs out, and forgets a token that was taken back', async () => {
    const out = setUp({ outcome: 'found', inspection }, token)
    expect(await out.load({ 'sign-out': '1' })).toEqual({ redirect: '/editor', afterForm: true })
    const revoked = setUp({ outcome: 'refused' }, token)
    expect(await revoked.load()).toMatchObject({ status: 401 })
    expect([out.remembered, revoked.remembered]).toEqual([[null], [null]])
  })
})

describe('EditorNotice', () => {
  it('tells the editor of a channel how it stands, and a reader nothing', () => {
    const notice = toText(render(<EditorNotice inspection={inspection} channelId="a" />))
    expect(notice).toContain('本栏目自 2026-11-15 起逾期：最近更新 2026-11-01，应每两周更新一次。')
    expect(render(<EditorNotice inspection={undefined} channelId="a" />)).toBe('')
  })
})

describe('the cookie of an editor', () => {
  it('is out of reach of scripts and of other sites, and of unencrypted connections where the site is encrypted', () => {
    expect(toEditorCookie(token, true)).toBe(`__Host-editor=${token}; Path=/; Max-Age=36000; HttpOnly; SameSite=Strict; Secure`)
    expect(toEditorCookie(null, false)).toBe('editor=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict')
  })

  it('is found among others, and is a token or nothing', () => {
    expect(findEditorToken(`reading=mode:elder; __Host-editor=${token}`, true)).toBe(token)
    expect(findEditorToken(`editor=${token}`, true)).toBeNull()
    expect(findEditorToken('editor=gzt_x', false)).toBeNull()
    expect(findEditorToken(undefined, false)).toBeNull()
  })
})
