import { DomainError } from '../errors.ts'

/** There is more to do than can be done now: better said at once than late. Answered with `Retry-After`. */
export class Overloaded extends DomainError {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds = 2) {
    super('service-unavailable')
    this.retryAfterSeconds = retryAfterSeconds
  }
}
