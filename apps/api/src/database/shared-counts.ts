import type pg from 'pg'

/** Requests of one caller in the window that began at `windowStart` (milliseconds since the epoch). */
export type SharedCount = { callerHash: string; windowStart: number; requests: number }

/** Counts that all processes on one database add to. */
export type SharedCounts = {
  /** @param counts at most one for each caller and window @returns the totals of the same */
  add(counts: readonly SharedCount[]): Promise<SharedCount[]>
  /** Forgets windows that began before an instant. */
  forgetBefore(instant: number): Promise<void>
}

const addStatement = `
  INSERT INTO quota_counts AS kept (caller_hash, window_start, requests)
  SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[])
  ON CONFLICT (caller_hash, window_start) DO UPDATE SET requests = kept.requests + excluded.requests
  RETURNING caller_hash AS "callerHash", window_start::float8 AS "windowStart", requests::float8 AS requests`

export const createSharedCounts = (pool: pg.Pool): SharedCounts => ({
  async add(counts) {
    // Everybody takes the rows in the same order, so that two processes never wait for each other.
    const inOrder = counts.toSorted((a, b) => (a.callerHash < b.callerHash ? -1 : 1))
    const { rows } = await pool.query<SharedCount>(addStatement, [
      inOrder.map(({ callerHash }) => callerHash),
      inOrder.map(({ windowStart }) => windowStart),
      inOrder.map(({ requests }) => requests),
    ])
    return rows
  },
  async forgetBefore(instant) {
    await pool.query('DELETE FROM quota_counts WHERE window_start < $1', [instant])
  },
})
