import { and, type Column, count, eq, gt, min, type SQL } from '../database/drizzle.ts'
import type { Database, Tables } from '../database/store.ts'
import { DomainError } from '../errors.ts'
import type { CallerHashes } from './caller-hash.ts'

const windowMs = 60 * 60 * 1000
/** Reports an hour: of one address, of the network around it, and of everyone together. */
export const reportLimits = { address: 5, network: 30, everyone: 600 } as const

/** Too many reports came from there. */
export class TooManyReports extends DomainError {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('too-many-requests')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** @throws {TooManyReports} when one more would be too many */
export const requireRoom = async (
  { reports }: Tables,
  db: Database,
  { addressHash, networkHash }: CallerHashes,
  now: number,
): Promise<void> => {
  const requireBelow = async (maximum: number, which?: SQL): Promise<void> => {
    const rows = await db
      .select({ reports: count(), oldest: min(reports.createdAt as Column) })
      .from(reports)
      .where(and(which, gt(reports.createdAt, now - windowMs)))
    const row = rows[0]
    if (!row || row.reports < maximum) return
    throw new TooManyReports(Math.max(1, Math.ceil((Number(row.oldest ?? now) + windowMs - now) / 1000)))
  }
  await requireBelow(reportLimits.address, eq(reports.addressHash, addressHash))
  await requireBelow(reportLimits.network, eq(reports.networkHash, networkHash))
  await requireBelow(reportLimits.everyone)
}
