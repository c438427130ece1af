// Codes of Node's network errors, of PostgreSQL (class 08, 53 and 57P) and of SQLite for a database that cannot be reached now.
const passing =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|08\w{3}|53\w{3}|57P0\d|57014|SQLITE_(BUSY|CANTOPEN|IOERR|FULL)\w*)$/

const isPassing = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  ('code' in error && typeof error.code === 'string'
    ? passing.test(error.code)
    : 'message' in error &&
      /connection terminated|timeout exceeded when trying to connect|connection is not open|cannot use a pool after calling end/i.test(
        String(error.message),
      ))

/** Whether an error, or what caused it, is that of a database that is away and may be back soon. */
export const isUnavailable = (error: unknown): boolean =>
  isPassing(error) || (error instanceof Error && error.cause !== undefined && isUnavailable(error.cause))
