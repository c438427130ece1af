import { Problem, type ProblemError } from '@gazette/schema/problem'
import { type NewReport, ReportReceipt } from '@gazette/schema/report'

/** What became of a report: taken, refused with reasons, refused because there were too many, or not answered at all. */
export type SentReport =
  | { outcome: 'taken'; receipt: ReportReceipt }
  | { outcome: 'refused'; errors: ProblemError[] }
  | { outcome: 'tooMany' }
  | { outcome: 'failed' }

const timeoutMilliseconds = 5000

/**
 * Hands a reader's report to the API; never rejects.
 * @param forwardedFor whom it comes from, for the API's limits; it believes its neighbours only
 */
export const sendReport = async (
  { apiUrl, fetch }: { apiUrl: string; fetch: typeof globalThis.fetch },
  input: NewReport,
  forwardedFor: string,
): Promise<SentReport> => {
  try {
    const response = await fetch(`${apiUrl}/v1/reports`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'accept-language': 'zh-CN',
        'content-type': 'application/json',
        ...(forwardedFor !== '' && { 'x-forwarded-for': forwardedFor }),
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(timeoutMilliseconds),
      redirect: 'error',
    })
    const body: unknown = await response.json()
    if (response.status === 202) return { outcome: 'taken', receipt: ReportReceipt.parse(body) }
    if (response.status === 429) return { outcome: 'tooMany' }
    if (response.status === 400) return { outcome: 'refused', errors: Problem.parse(body).errors ?? [] }
  } catch {
    // The reader can do nothing about the reason, and what was typed is kept.
  }
  return { outcome: 'failed' }
}
