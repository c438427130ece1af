import { NotNow } from './not-now.ts'

/** There is more to do than can be done now, or what it takes is away: better said at once than late. */
export class Overloaded extends NotNow {
  constructor(retryAfterSeconds = 2) {
    super('service-unavailable', retryAfterSeconds)
  }
}
