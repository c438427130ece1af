import { randomBytes } from 'node:crypto'
import { formatId } from '../create-id.ts'
import { toZonedDate } from '../time-zone.ts'

const secretLength = 8

/** A number to give to a reader: the day, by which editors find it, and 40 bits nobody can guess (see `ReportNumber`). */
export const createReportNumber = (now: number, timeZone: string): string => {
  const secret = formatId(0, BigInt(`0x${randomBytes(secretLength).toString('hex')}`)).slice(-secretLength)
  return `${toZonedDate(now, timeZone).replaceAll('-', '')}-${secret}`
}
