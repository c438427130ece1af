import type { RequestOptions, Settings } from './client-options.ts'
import type { Problem } from './contract/problem.ts'
import { startDeadline } from './deadline.ts'
import { ConnectionError, GazetteError, ProblemError, UnexpectedAnswerError } from './errors.ts'
import { parseRetryAfter } from './retry-delay.ts'

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'detail' in value

/** Undefined for what is not JSON; JSON itself has no undefined. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a failed answer to its end and says what it means. */
const toError = async (response: Response, now: number): Promise<GazetteError> => {
  const retryAfterSeconds = parseRetryAfter(response.headers.get('retry-after'), now)
  const body = parseJson(await response.text())
  if (isProblem(body)) return new ProblemError(body, retryAfterSeconds)
  return new UnexpectedAnswerError(`${response.status} without a problem document`, response.status, retryAfterSeconds)
}

/**
 * One attempt: asks, and reads the answer within the time limit.
 * @throws {GazetteError} or the reason of the caller's signal
 */
export const fetchOnce = async <T>(
  settings: Settings,
  url: string,
  headers: Readonly<Record<string, string>>,
  request: RequestOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> => {
  const deadline = startDeadline(request.timeoutMilliseconds ?? settings.timeoutMilliseconds, request.signal)
  try {
    const response = await settings.fetch(url, { headers: { ...settings.headers, ...headers }, signal: deadline.signal })
    if (!response.ok && response.status !== 304) throw await toError(response, settings.now())
    return await read(response)
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    if (error instanceof GazetteError) throw error
    throw new ConnectionError(`No connection to ${new URL(url).host}`, { cause: error })
  } finally {
    deadline.clear()
  }
}
