import type { ProblemError } from '@gazette/schema/problem'
import { type NewReport, ReportNumber, type ReportReceipt } from '@gazette/schema/report'
import type { ContentApi } from '../content-api/open-content-api.ts'
import type { SentReport } from '../content-api/send-report.ts'
import { receiptPath } from '../site/paths.ts'
import { notFound, type PageDecision, type SentForm } from '../site/reader-page.ts'
import { checkDraft, type ReportDraft, type ReportError, readDraft, toNewReport } from './report-draft.ts'
import { reportWords } from './report-words.ts'

/** The form, with what was typed and what is wrong with it; or what became of a report. */
export type ReportView =
  | { kind: 'report'; article: { id: string; title: string } | null; draft: ReportDraft; errors: ReportError[] }
  | { kind: 'receipt'; receipt: ReportReceipt }

export type ReportRequest = {
  api: Pick<ContentApi, 'findArticle' | 'findReport' | 'getReportForm'>
  /** Hands a report on; see `sendReport`. */
  send: (input: NewReport, forwardedFor: string) => Promise<SentReport>
  query: Record<string, string | string[] | undefined>
  form: SentForm | null
  /** Resolves to the address of the site. */
  siteUrl: Promise<string>
}

const fieldOf = (pointer: string | undefined): ReportError['field'] => {
  switch (pointer) {
    case '/kind':
    case '/quote':
    case '/message':
    case '/contact':
      return pointer.slice(1) as ReportError['field']
    case '/url':
      return 'page'
    default:
      return null
  }
}

const toReportErrors = (errors: ProblemError[]): ReportError[] => {
  const found = errors.map(({ pointer, code, message }): ReportError => {
    if (pointer === '/token') return { field: null, message: code === 'too-early' ? reportWords.errors.early : reportWords.errors.token }
    return { field: fieldOf(pointer), message }
  })
  return found.length > 0 ? found : [{ field: null, message: reportWords.failed }]
}

const errorsOf = (sent: Exclude<SentReport, { outcome: 'taken' }>): ReportError[] => {
  if (sent.outcome === 'refused') return toReportErrors(sent.errors)
  return [{ field: null, message: sent.outcome === 'tooMany' ? reportWords.tooMany : reportWords.failed }]
}

const findTitle = async (api: ReportRequest['api'], articleId: string | null): Promise<{ id: string; title: string } | null> => {
  if (articleId === null || !/^[0-9a-z]{1,26}$/.test(articleId)) return null
  const answer = await api.findArticle(articleId)
  return answer.status === 'found' ? { id: articleId, title: answer.value.fullTitle } : null
}

const statusOf = (sent: SentReport): number => (sent.outcome === 'tooMany' ? 429 : sent.outcome === 'failed' ? 503 : 422)

const receive = async ({ api, send, siteUrl }: ReportRequest, form: SentForm): Promise<PageDecision<ReportView>> => {
  const draft = readDraft(form.fields)
  const article = await findTitle(api, form.fields.get('article'))
  const errors = checkDraft(draft, await siteUrl, article !== null)
  const again = (found: ReportError[], status: number, token = draft.token): PageDecision<ReportView> => ({
    show: { kind: 'report', article, draft: { ...draft, token }, errors: found },
    isKept: false,
    status,
  })
  if (errors.length > 0) return again(errors, 422)
  const sent = await send(toNewReport(draft, await siteUrl, article?.id ?? null), form.forwardedFor)
  if (sent.outcome === 'taken') return { redirect: receiptPath(sent.receipt.number), afterForm: true }
  // A word that is too fresh ripens; every other one that was refused is exchanged.
  const needsToken = sent.outcome === 'refused' && sent.errors.some(({ pointer, code }) => pointer === '/token' && code !== 'too-early')
  return again(errorsOf(sent), statusOf(sent), needsToken ? (await api.getReportForm()).token : draft.token)
}

const begin = async ({ api, query }: ReportRequest): Promise<PageDecision<ReportView>> => {
  const text = (name: string): string | null => (typeof query[name] === 'string' ? query[name] : null)
  const [article, { token }] = await Promise.all([findTitle(api, text('article')), api.getReportForm()])
  const draft = { kind: '', quote: '', message: '', contact: '', website: '', page: text('page') ?? '/', token }
  return { show: { kind: 'report', article, draft, errors: [] }, isKept: false }
}

/** The form for errors: empty, sent and taken (303 to its receipt), sent and refused with what was typed kept; or a receipt. */
export const loadReport = async (request: ReportRequest): Promise<PageDecision<ReportView>> => {
  if (request.form) return receive(request, request.form)
  const { number } = request.query
  if (number === undefined) return begin(request)
  const answer = ReportNumber.safeParse(number).success ? await request.api.findReport(String(number)) : null
  return answer?.status === 'found' ? { show: { kind: 'receipt', receipt: answer.value }, isKept: false } : notFound
}
