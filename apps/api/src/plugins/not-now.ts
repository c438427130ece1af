import { DomainError, type DomainErrorOptions } from '../errors.ts'

/** Not refused for what it asks but for when: answered with `Retry-After`. */
export class NotNow extends DomainError {
  readonly retryAfterSeconds: number

  constructor(code: 'service-unavailable' | 'too-many-requests', retryAfterSeconds: number, options?: DomainErrorOptions) {
    super(code, options)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The caller has used up its quota, or has as much under way as it may have. */
export class TooManyRequests extends NotNow {
  constructor(retryAfterSeconds: number, options?: DomainErrorOptions) {
    super('too-many-requests', retryAfterSeconds, options)
  }
}
