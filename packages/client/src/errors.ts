import type { Problem, ProblemCode, ProblemError as ProblemDetail } from './contract/problem.ts'

/** Everything this client throws by itself, apart from the reason of an `AbortSignal`. */
export class GazetteError extends Error {
  override readonly name: string = 'GazetteError'
}

/** The API refused or failed and said why (RFC 9457). */
export class ProblemError extends GazetteError {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  /** One of a closed list; the page behind `problem.type` explains it. */
  readonly code: ProblemCode
  readonly status: number
  /** What is wrong with the request, thing by thing. */
  readonly errors: readonly ProblemDetail[]
  /** When to ask again; null when the API did not say. */
  readonly retryAfterSeconds: number | null

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.problem = problem
    this.code = problem.code
    this.status = problem.status
    this.errors = problem.errors ?? []
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Something else than the API answered, for example a proxy; or the answer was cut short. */
export class UnexpectedAnswerError extends GazetteError {
  override readonly name = 'UnexpectedAnswerError'
  readonly status: number
  readonly retryAfterSeconds: number | null

  constructor(message: string, status: number, retryAfterSeconds: number | null = null, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** No connection, or it broke. `cause` is what `fetch` said. */
export class ConnectionError extends GazetteError {
  override readonly name = 'ConnectionError'
}

/** The answer took longer than `timeoutMilliseconds`. */
export class TimeoutError extends GazetteError {
  override readonly name = 'TimeoutError'
}

const passingStatuses = new Set([429, 502, 503, 504])

/** Whether the same request may succeed later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ConnectionError ||
  error instanceof TimeoutError ||
  ((error instanceof ProblemError || error instanceof UnexpectedAnswerError) && passingStatuses.has(error.status))
