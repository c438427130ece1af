import { and, asc, eq, gt, inArray, sql } from '../database/drizzle.ts'
import type { Database, Store, Tables } from '../database/store.ts'

/** A serialised article, made from what was committed up to the change `position`, or later. */
export type Offer = { id: string; body: string; position: number }

/** The bytes of an article. */
export type ReadyArticle = { id: string; body: Buffer }

/** Serialised articles in the database, so that an article nobody asked for lately costs one look. */
export type ReadyArticles = {
  /** The bytes as they would be made now; undefined when they have to be made. */
  find(id: string): Promise<Buffer | undefined>
  /** As `find`, without waiting; undefined too where the database is not in this process. */
  findNow(id: string): Buffer | undefined
  /** The articles among these that are ready. */
  findAll(ids: readonly string[]): Promise<ReadyArticle[]>
  /** Articles in the order of their ids, from behind `id`; those without a body have to be made. As quick where all have to be. */
  listAfter(id: string, limit: number): Promise<{ id: string; body: Buffer | null }[]>
  /** The ids among these whose bytes have to be made. */
  listMissing(ids: readonly string[]): Promise<string[]>
  /** Takes bytes for the next `keep`; beyond some hundreds they are not taken. */
  offer(offer: Offer): void
  /** Keeps what was offered and is still true. @returns the ids of what may have been kept */
  keep(): Promise<string[]>
}

const offersMaximum = 200

// The type is written out, not bound: only so SQLite takes the index that has these changes alone.
const newestOfChannels = ({ changes }: Tables, db: Database) =>
  db
    .select({ sequence: sql<number>`coalesce(max(${changes.sequence}), 0)`.mapWith(Number).as('sequence') })
    .from(changes)
    .where(sql`${changes.type} = 'channel.updated'`)

const isTrueNow = ({ tables, db }: Store) => {
  const { readyArticles } = tables
  return and(
    eq(readyArticles.program, sql.placeholder('program')),
    eq(readyArticles.channelsSequence, sql`(${newestOfChannels(tables, db)})`),
  )
}

const dropOutOfDate = async (tables: Tables, db: Database, offers: readonly Offer[], channelsSequence: number): Promise<Offer[]> => {
  const { changes } = tables
  const since = Math.min(...offers.map(({ position }) => position))
  const ids = offers.map(({ id }) => id)
  const later = await db
    .select({ id: changes.articleId, sequence: changes.sequence })
    .from(changes)
    .where(and(gt(changes.sequence, since), inArray(changes.articleId, ids)))
  const newest = new Map(later.map(({ id, sequence }) => [id, sequence]))
  return offers.filter(({ id, position }) => channelsSequence <= position && (newest.get(id) ?? 0) <= position)
}

const keepOffers = async (tables: Tables, db: Database, offers: readonly Offer[], program: string): Promise<void> => {
  const { readyArticles } = tables
  const [{ sequence: channelsSequence } = { sequence: 0 }] = await newestOfChannels(tables, db)
  const kept = await dropOutOfDate(tables, db, offers, channelsSequence)
  if (kept.length === 0) return
  const rows = kept.map(({ id, body }) => ({ articleId: id, program, channelsSequence, body: Buffer.from(body) }))
  await db.delete(readyArticles).where(
    inArray(
      readyArticles.articleId,
      rows.map(({ articleId }) => articleId),
    ),
  )
  await db.insert(readyArticles).values(rows)
}

/** @param program what makes the bytes; those that another one made do not count */
export const createReadyArticles = (store: Store, program: string): ReadyArticles => {
  const { db, tables } = store
  const { readyArticles } = tables
  const find = db
    .select({ body: readyArticles.body })
    .from(readyArticles)
    .where(and(eq(readyArticles.articleId, sql.placeholder('id')), isTrueNow(store)))
    .prepare()
  const columns = { id: readyArticles.articleId, body: readyArticles.body }
  const listAfter = db
    .select({ id: readyArticles.articleId, body: sql<Buffer | null>`CASE WHEN ${isTrueNow(store)} THEN ${readyArticles.body} END` })
    .from(readyArticles)
    .where(gt(readyArticles.articleId, sql.placeholder('id')))
    .orderBy(asc(readyArticles.articleId))
    .limit(sql.placeholder('limit'))
    .prepare()
  const offers = new Map<string, Offer>()
  return {
    async find(id) {
      const [row] = await find.execute({ id, program })
      return row?.body
    },

    findNow(id) {
      if (store.dialect !== 'sqlite') return undefined
      try {
        return find.all({ id, program })[0]?.body
      } catch {
        // Whoever asks the long way is told what is wrong, or given the last good answer.
        return undefined
      }
    },

    findAll: (ids) =>
      db
        .select(columns)
        .from(readyArticles)
        .where(and(inArray(readyArticles.articleId, [...ids]), isTrueNow(store)))
        .prepare()
        .execute({ program }),

    listAfter: (id, limit) => listAfter.execute({ id, program, limit }),

    async listMissing(ids) {
      const rows = await db
        .select({ id: readyArticles.articleId })
        .from(readyArticles)
        .where(and(inArray(readyArticles.articleId, [...ids]), isTrueNow(store)))
        .prepare()
        .execute({ program })
      const found = new Set(rows.map(({ id }) => id))
      return ids.filter((id) => !found.has(id))
    },

    offer(offer) {
      if (offers.size < offersMaximum) offers.set(offer.id, offer)
    },

    async keep() {
      if (offers.size === 0) return []
      const taken = [...offers.values()]
      offers.clear()
      // In the turn of writers: nothing can change between the look and the writing.
      await store.withTransaction((writing) => keepOffers(tables, writing, taken, program))
      return taken.map(({ id }) => id)
    },
  }
}
