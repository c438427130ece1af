/** The API did not answer in time, failed, or answered something that is not in the contract. */
export class ApiUnavailable extends Error {
  override name = 'ApiUnavailable'
}
