import { z } from 'zod'
import { Id, Instant, WebUrl } from './scalars.ts'

/** What is wrong, as the reader sees it. Kinds may be added. */
export const ReportKind = z.enum(['wrongFact', 'typo', 'brokenLink', 'media', 'accessibility', 'privacy', 'other'])
export type ReportKind = z.infer<typeof ReportKind>

// People write several lines; other control characters and halves of surrogate pairs are nobody's text.
const lines = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u

/** A reader's report of an error. Exactly one of `articleId` and `url` says where. */
export const NewReport = z
  .strictObject({
    token: z.string().min(1).max(200).describe('From `GET /v1/reports/form`.'),
    articleId: Id.optional(),
    url: WebUrl.max(2000).optional().describe('A page of the site, when it is no article.'),
    kind: ReportKind,
    quote: z.string().max(500).regex(lines).default('').describe('The words that are wrong, as they stand there.'),
    message: z.string().max(2000).regex(lines).regex(/\S/).describe('What is wrong, and what would be right.'),
    contact: z.string().max(200).regex(lines).default('').describe('Where to answer, if wanted. Never shown to anyone but the editors.'),
    website: z.string().max(200).default('').describe('Leave it empty: people do not see it.'),
  })
  .meta({ id: 'NewReport', description: 'What a reader found wrong.' })
export type NewReport = z.infer<typeof NewReport>

/** What a form needs before it can be sent. */
export const ReportForm = z
  .object({
    token: z.string().describe('Send it with the report.'),
    minimumSeconds: z.int().nonnegative().describe('A report sent sooner than this after the form was asked for is refused.'),
    expiresAt: Instant.describe('Ask for a new form after this.'),
    kinds: z.array(ReportKind),
  })
  .meta({ id: 'ReportForm', description: 'What a form needs before it can be sent.' })
export type ReportForm = z.infer<typeof ReportForm>

export const ReportStatus = z.enum(['open', 'answered', 'closed'])
export type ReportStatus = z.infer<typeof ReportStatus>

/** Public number of a report: the day, and letters and digits nobody can guess. */
export const ReportNumber = z
  .string()
  .regex(/^\d{8}-[0-9a-hjkmnp-tv-z]{8}$/)
  .describe('Public number of a report.')

/** What everyone who knows its number may learn of a report: neither what was said nor by whom. */
export const ReportReceipt = z
  .object({
    number: ReportNumber,
    status: ReportStatus,
    receivedAt: Instant,
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'ReportReceipt', description: 'A report, as far as its number opens it.' })
export type ReportReceipt = z.infer<typeof ReportReceipt>

export const ReportParams = z.strictObject({ number: ReportNumber })
