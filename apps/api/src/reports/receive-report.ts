import { createHash } from 'node:crypto'
import type { NewReport } from '@gazette/schema/report'
import { and, desc, eq, gt, inArray, isNotNull, lt } from '../database/drizzle.ts'
import type { Database, Store, Tables } from '../database/store.ts'
import { Invalid } from '../errors.ts'
import type { Words } from '../problems/words.ts'
import { cleanLine, cleanText } from '../rendering/clean-text.ts'
import type { CallerHashes } from './caller-hash.ts'
import { requireRoom } from './report-limits.ts'
import { createReportNumber } from './report-number.ts'

const dayMs = 24 * 60 * 60 * 1000

export type StoredReport = Tables['reports']['$inferSelect']

/** What arrived, where from, and when. */
export type Arrival = { input: NewReport; caller: CallerHashes; now: number; timeZone: string; siteUrl: string }

const hashContent = ({ articleId, url, quote, message }: NewReport): string => {
  const squeezed = [articleId ?? url, quote, message].map((text) => (text ?? '').replaceAll(/\s+/gu, ''))
  return createHash('sha256').update(JSON.stringify(squeezed)).digest('base64url')
}

const refusePlace = (pointer: string, message: Words, code = 'not-allowed'): Invalid =>
  new Invalid('invalid-body', { errors: [{ pointer, code, message }] })

const requireOnePlace = ({ articleId, url }: NewReport): void => {
  if (articleId === undefined && url === undefined)
    throw refusePlace('/articleId', { zh: '请给出 articleId 或 url。', en: 'Give articleId or url.' }, 'required')
  if (articleId !== undefined && url !== undefined)
    throw refusePlace('/url', { zh: 'articleId 与 url 只给一个。', en: 'Give articleId or url, not both.' })
}

const requirePlace = async ({ articles }: Tables, db: Database, { input: { articleId, url }, siteUrl }: Arrival): Promise<void> => {
  if (url !== undefined && url !== siteUrl && !url.startsWith(`${siteUrl}/`))
    throw refusePlace('/url', { zh: '只接受本站的地址。', en: 'Only addresses of this site are accepted.' })
  if (articleId === undefined) return
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, articleId), inArray(articles.status, ['published', 'withdrawn'])))
  if (rows.length === 0) throw refusePlace('/articleId', { zh: '没有这篇文章。', en: 'There is no such article.' })
}

const findTwin = async ({ reports }: Tables, db: Database, contentHash: string, now: number): Promise<StoredReport | undefined> => {
  const rows = await db
    .select()
    .from(reports)
    .where(and(eq(reports.contentHash, contentHash), gt(reports.createdAt, now - dayMs)))
    .orderBy(desc(reports.createdAt))
    .limit(1)
  return rows[0]
}

// Once their day is over nobody compares them any more.
const forgetCallers = async ({ reports }: Tables, db: Database, now: number): Promise<void> => {
  await db
    .update(reports)
    .set({ addressHash: null, networkHash: null })
    .where(and(isNotNull(reports.addressHash), lt(reports.createdAt, now - dayMs)))
}

const insertReport = async ({ reports }: Tables, db: Database, { input, caller, now, timeZone }: Arrival): Promise<StoredReport> => {
  const row = {
    number: createReportNumber(now, timeZone),
    status: 'open' as const,
    kind: input.kind,
    articleId: input.articleId ?? null,
    url: input.url ?? null,
    quote: cleanText(input.quote).trim(),
    message: cleanText(input.message).trim(),
    contact: cleanLine(input.contact).trim(),
    contentHash: hashContent(input),
    ...caller,
    answer: null,
    note: null,
    createdAt: now,
    answeredAt: null,
    closedAt: null,
  }
  await db.insert(reports).values(row)
  return row
}

/**
 * Puts a report into the queue. One that says the same about the same place as another of the last day is that one.
 * @throws {Invalid} when it is about nothing we publish @throws {TooManyReports}
 */
export const receiveReport = async ({ tables, db, withTransaction }: Store, arrival: Arrival): Promise<StoredReport> => {
  const { caller, input, now } = arrival
  requireOnePlace(input)
  // Looked at before the queue for writing is joined, so that a flood does not hold up editors; and again within it.
  await requireRoom(tables, db, caller, now)
  await requirePlace(tables, db, arrival)
  return withTransaction(async (writing) => {
    const twin = await findTwin(tables, writing, hashContent(input), now)
    if (twin) return twin
    await requireRoom(tables, writing, caller, now)
    await forgetCallers(tables, writing, now)
    return insertReport(tables, writing, arrival)
  })
}
