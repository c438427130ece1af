/** The API did not answer in time, failed, or answered something that is not in the contract. */
export class ApiUnavailable extends Error {
  override name = 'ApiUnavailable'
  /** The HTTP status, when there was an answer at all. */
  readonly status: number | undefined

  constructor(message: string, options: { cause?: unknown; status?: number } = {}) {
    super(message, { cause: options.cause })
    this.status = options.status
  }
}
