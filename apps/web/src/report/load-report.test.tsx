import type { NewReport, ReportReceipt } from '@gazette/schema/report'
import { describe, expect, it } from 'vitest'
import type { SentReport } from '../content-api/send-report.ts'
import { countOf, render, toText } from '../testing/markup.ts'
import { openExampleApi } from '../testing/open-example-api.ts'
import { exampleSite, getExample, siteUrl } from '../testing/read-examples.ts'
import { loadReport, type ReportView } from './load-report.ts'
import { ReportPage } from './report-page.tsx'

const article = getExample('no-source')
const receipt: ReportReceipt = {
  number: '20261123-abcdefgh',
  status: 'answered',
  receivedAt: '2026-11-23T10:00:00+08:00',
  answer: '已更正。\n谢谢。',
  answeredAt: '2026-11-23T11:00:00+08:00',
}
const typed = { article: article.id, token: 'old', kind: 'typo', quote: '“文”', message: '应为“闻”。\r\n谢谢', contact: '', website: '' }

const setUp = (sent: SentReport = { outcome: 'taken', receipt }) => {
  const reports: [NewReport, string][] = []
  const load = (fields: Record<string, string> | null, query: Record<string, string> = {}) =>
    loadReport({
      api: openExampleApi([article], [receipt]),
      query,
      siteUrl: Promise.resolve(siteUrl),
      form: fields && { fields: new URLSearchParams(fields), forwardedFor: '203.0.113.9' },
      send: async (report, forwardedFor) => {
        reports.push([report, forwardedFor])
        return sent
      },
    })
  return { load, reports }
}

const shown = async (decision: ReturnType<ReturnType<typeof setUp>['load']>) => {
  const made = await decision
  if (!('show' in made)) throw new Error('nothing is shown')
  return made
}
const show = (view: ReportView) => render(<ReportPage frame={{ site: exampleSite, channels: [], hasLeavingNotice: true }} view={view} />)

describe('loadReport', () => {
  it('opens a form about an article, with a fresh token', async () => {
    const { show: view } = await shown(setUp().load(null, { article: article.id }))
    const markup = show(view)
    expect(markup).toContain('action="/report" method="post"')
    expect(markup).toContain('name="token" value="fresh"')
    expect(toText(markup)).toContain(article.fullTitle)
    expect(markup).not.toContain('name="page"')
  })

  it('asks for the page when there is no article, and knows where the reader came from', async () => {
    const { show: view } = await shown(setUp().load(null, { article: 'nosuch', page: '/zwzx/' }))
    expect(show(view)).toMatch(/<input[^>]*name="page"[^>]*value="\/zwzx\/"/)
  })

  it('hands on what was typed and goes to the receipt', async () => {
    const { load, reports } = setUp()
    expect(await load(typed)).toEqual({ redirect: '/report?number=20261123-abcdefgh', afterForm: true })
    const [[report, forwardedFor] = []] = reports
    expect(report).toMatchObject({ articleId: article.id, token: 'old', kind: 'typo', message: '应为“闻”。\n谢谢' })
    expect(forwardedFor).toBe('203.0.113.9')
  })

  it('sends the full address of a page of the site, and none of another site', async () => {
    const { load, reports } = setUp()
    await load({ ...typed, article: '', page: '/zwzx/?page=2' })
    expect(reports[0]?.[0]).toMatchObject({ url: `${siteUrl}/zwzx/?page=2` })
    expect(await shown(load({ ...typed, article: '', page: 'https://evil.example/' }))).toMatchObject({
      status: 422,
      show: { errors: [{ field: 'page' }] },
    })
  })

  it('says in place what is missing and keeps what was typed', async () => {
    const { load, reports } = setUp()
    const { show: view, status } = await shown(load({ ...typed, message: ' ', contact: '<b>1' }))
    const markup = show(view)
    expect([status, reports]).toEqual([422, []])
    expect(markup).toContain('href="#message"')
    expect(markup).toMatch(/<textarea[^>]*aria-describedby="message-hint message-error"[^>]*aria-invalid="true"/)
    expect(markup).toContain('value="&lt;b&gt;1"')
    expect(countOf(markup, 'role="alert"')).toBe(1)
  })

  it.each([
    ['too-early', 'old'],
    ['expired', 'fresh'],
  ])('lets a form that is %s be sent again', async (code, token) => {
    const { load } = setUp({ outcome: 'refused', errors: [{ pointer: '/token', code, message: '' }] })
    expect(await shown(load(typed))).toMatchObject({ status: 422, show: { draft: { token, quote: '“文”' }, errors: [{ field: null }] } })
  })

  it.each([
    ['failed', 503],
    ['tooMany', 429],
  ] as const)('keeps what was typed when sending %s', async (outcome, status) => {
    expect(await shown(setUp({ outcome }).load(typed))).toMatchObject({ status, isKept: false, show: { draft: { quote: '“文”' } } })
  })

  it('shows a receipt with its answer by its number, and nothing by another', async () => {
    const { show: view } = await shown(setUp().load(null, { number: receipt.number }))
    expect(toText(show(view))).toMatch(/20261123-abcdefgh.*已答复.*已更正。/s)
    expect(await setUp().load(null, { number: '20261123-00000000' })).toEqual({ missing: true })
    expect(await setUp().load(null, { number: '../x' })).toEqual({ missing: true })
  })
})
