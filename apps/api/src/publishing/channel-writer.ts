import { appendChange } from '../changes/append-change.ts'
import { readChannelTree } from '../channels/channel-queries.ts'
import type { StoredChannel } from '../channels/channel-tree.ts'
import { eq } from '../database/drizzle.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { Writing } from './article-writer.ts'

/** Creates a channel below its parent. */
export const createChannel = async ({ tables, db, now }: Writing, channel: StoredChannel): Promise<void> => {
  await db.insert(tables.channels).values({ ...channel, keywords: JSON.stringify(channel.keywords), updatedAt: now })
  await appendChange(tables, db, { type: 'channel.updated', at: now, channelId: channel.id })
}

export type ChannelEdit = Partial<Omit<StoredChannel, 'id'>>

/**
 * Changes or moves a channel. Everything below it moves along, because paths are derived.
 * @throws {NotFound} when there is none @throws {Invalid} when it would stand below itself
 */
export const updateChannel = async (writing: Writing, id: string, { keywords, ...edit }: ChannelEdit): Promise<void> => {
  const { tables, db, now } = writing
  const tree = await readChannelTree(writing, db)
  if (!tree.find(id)) throw new NotFound('channel-not-found')
  if (edit.parentId && tree.withDescendants(id).includes(edit.parentId)) {
    throw new Invalid('invalid-body', { detail: 'A channel cannot stand below itself.' })
  }
  const changed = { ...edit, ...(keywords ? { keywords: JSON.stringify(keywords) } : {}), updatedAt: now }
  await db.update(tables.channels).set(changed).where(eq(tables.channels.id, id))
  // Everything below shows the way through this channel, so each of them has changed too.
  for (const affected of tree.withDescendants(id)) await appendChange(tables, db, { type: 'channel.updated', at: now, channelId: affected })
}
