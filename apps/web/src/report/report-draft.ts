import { type NewReport, ReportKind } from '@gazette/schema/report'
import { reportWords } from './report-words.ts'

/** What a reader typed, as it was typed. */
export type ReportDraft = Record<'kind' | 'quote' | 'message' | 'contact' | 'website' | 'page' | 'token', string>
export type ReportField = 'kind' | 'quote' | 'message' | 'contact' | 'page'
/** What is wrong with a draft; `field` is null for what no field can mend. */
export type ReportError = { field: ReportField | null; message: string }

const names = ['kind', 'quote', 'message', 'contact', 'website', 'page', 'token'] as const
const lengthMaximum = { message: 2000, quote: 500, contact: 200 }

/** Browsers send line ends as CR LF; the API counts what was typed. */
const readField = (fields: URLSearchParams, name: string): string => (fields.get(name) ?? '').replaceAll('\r\n', '\n').slice(0, 10_000)

export const readDraft = (fields: URLSearchParams): ReportDraft =>
  Object.fromEntries(names.map((name) => [name, readField(fields, name)])) as ReportDraft

/** The address of a page of the site, given as a path or in full; null when it is on another site. */
export const toPageUrl = (page: string, siteUrl: string): string | null => {
  const url = URL.parse(page.trim(), `${siteUrl}/`)
  return url && url.origin === new URL(siteUrl).origin && url.href.length <= 2000 ? url.href : null
}

/** What can be told without asking the API. `isAboutArticle` says that no address is needed. */
export const checkDraft = (draft: ReportDraft, siteUrl: string, isAboutArticle: boolean): ReportError[] => {
  const { errors } = reportWords
  const checks: [boolean, ReportField, string][] = [
    [!isAboutArticle && toPageUrl(draft.page, siteUrl) === null, 'page', errors.page],
    [!ReportKind.safeParse(draft.kind).success, 'kind', errors.kind],
    [draft.quote.length > lengthMaximum.quote, 'quote', errors.quoteTooLong],
    [draft.message.trim() === '', 'message', errors.message],
    [draft.message.length > lengthMaximum.message, 'message', errors.messageTooLong],
    [draft.contact.length > lengthMaximum.contact, 'contact', errors.contactTooLong],
  ]
  return checks.flatMap(([isWrong, field, message]) => (isWrong ? [{ field, message }] : []))
}

/** What the API takes of a checked draft. */
export const toNewReport = (draft: ReportDraft, siteUrl: string, articleId: string | null): NewReport => ({
  token: draft.token,
  ...(articleId === null ? { url: toPageUrl(draft.page, siteUrl) ?? siteUrl } : { articleId }),
  kind: ReportKind.catch('other').parse(draft.kind),
  quote: draft.quote,
  message: draft.message,
  contact: draft.contact,
  website: draft.website.slice(0, 200),
})
