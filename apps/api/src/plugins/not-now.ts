import { DomainError } from '../errors.ts'

/** Not refused for what it asks but for when: answered with `Retry-After`. */
export class NotNow extends DomainError {
  readonly retryAfterSeconds: number

  constructor(code: 'service-unavailable' | 'too-many-requests', retryAfterSeconds: number) {
    super(code)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The caller has used up its quota. */
export class TooManyRequests extends NotNow {
  constructor(retryAfterSeconds: number) {
    super('too-many-requests', retryAfterSeconds)
  }
}
