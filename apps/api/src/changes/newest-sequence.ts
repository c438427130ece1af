import { max } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'

/** The sequence of the newest change; 0 while there is none. */
export const readNewestSequence = async ({ db, tables: { changes } }: Store): Promise<number> => {
  const rows = await db.select({ sequence: max(changes.sequence) }).from(changes)
  return rows[0]?.sequence ?? 0
}
