import { eq } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import type { StoredMedia } from './media-mapper.ts'

/** The record of a file, if there is one. */
export const findStoredMedia = async ({ db, tables: { media } }: Store, id: string): Promise<StoredMedia | undefined> => {
  const rows = await db.select().from(media).where(eq(media.id, id))
  return rows[0]
}
