import type { ReportStatus } from '@gazette/schema/report'
import { asc, desc, eq } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Writing } from '../publishing/article-writer.ts'
import type { StoredReport } from './receive-report.ts'

type Reading = Pick<Store, 'tables' | 'db'>

/** @throws {NotFound} */
export const getReport = async ({ tables: { reports }, db }: Reading, number: string): Promise<StoredReport> => {
  const rows = await db.select().from(reports).where(eq(reports.number, number))
  const row = rows[0]
  if (!row) throw new NotFound('not-found', { detail: { zh: `没有编号为 ${number} 的纠错。`, en: `There is no report ${number}.` } })
  return row
}

/** Reports in a state, or all of them; the open ones in the order they came, the others newest first. */
export const listReports = ({ tables: { reports }, db }: Reading, status: ReportStatus | null, limit: number): Promise<StoredReport[]> => {
  const order = status === 'open' ? asc(reports.createdAt) : desc(reports.createdAt)
  const which = status === null ? undefined : eq(reports.status, status)
  return Promise.resolve(db.select().from(reports).where(which).orderBy(order, reports.number).limit(limit))
}

/** Answers a report; everyone who has its number can read the answer. @returns the report with its answer */
export const answerReport = async (writing: Writing, number: string, answer: string): Promise<StoredReport> => {
  const { reports } = writing.tables
  const report = await getReport(writing, number)
  if (report.status === 'closed')
    throw new Conflict('conflict', { detail: { zh: `${number} 已经办结。`, en: `Report ${number} is closed already.` } })
  const answered = { answer, answeredAt: writing.now, status: 'answered' as const }
  await writing.db.update(reports).set(answered).where(eq(reports.number, number))
  return { ...report, ...answered }
}

/** Closes a report for good. How to reach its author is forgotten. @param note for the editors, why */
export const closeReport = async (writing: Writing, number: string, note: string | null): Promise<StoredReport> => {
  const { reports } = writing.tables
  const report = await getReport(writing, number)
  if (report.status === 'closed') return report
  const closed = { status: 'closed' as const, closedAt: writing.now, note, contact: '', addressHash: null, networkHash: null }
  await writing.db.update(reports).set(closed).where(eq(reports.number, number))
  return { ...report, ...closed }
}
