import type { ChangeType } from '@gazette/schema/change'
import type { Database, Tables } from '../database/store.ts'

export type NewChange = { type: ChangeType; at: number; articleId?: string; channelId?: string; previousChannelId?: string }

/** Writes one row of the change log. Call it in the transaction that makes the change. */
export const appendChange = async ({ changes }: Tables, db: Database, change: NewChange): Promise<void> => {
  await db.insert(changes).values(change)
}
