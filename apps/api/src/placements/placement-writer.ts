import { appendChange } from '../changes/append-change.ts'
import { and, eq } from '../database/drizzle.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Writing } from '../publishing/article-writer.ts'
import { listPlacementRows, type PlacementRow, toPlace } from './placement-queries.ts'

/** More than this is a list, not an emphasis. */
export const placementsMaximum = 12

export type Pin = {
  articleId: string
  /** Null for the home page. */
  channelId: string | null
  highlighted: boolean
  endsAt: number | null
  /** From 1. Without it, an article that is pinned already keeps its place and another comes first. */
  position: number | null
}

const requirePublished = async ({ tables: { articles }, db }: Writing, id: string): Promise<void> => {
  const rows = await db.select({ status: articles.status }).from(articles).where(eq(articles.id, id))
  const status = rows[0]?.status
  if (status === undefined) throw new NotFound('article-not-found', { detail: `There is no article ${id}.` })
  if (status !== 'published') throw new Conflict('conflict', { detail: `Only published articles are pinned; ${id} is ${status}.` })
}

const remove = async ({ tables: { placements }, db }: Writing, place: string, articleId: string): Promise<void> => {
  await db.delete(placements).where(and(eq(placements.place, place), eq(placements.articleId, articleId)))
}

const tell = ({ tables, db, now }: Writing, channelId: string | null): Promise<void> =>
  appendChange(tables, db, { type: 'placement.updated', at: now, ...(channelId === null ? {} : { channelId }) })

/** What is over goes when somebody next touches the place. */
const removeEnded = async (writing: Writing, place: string): Promise<PlacementRow[]> => {
  const rows = await listPlacementRows(writing.tables, writing.db, place)
  const isOver = ({ endsAt, status }: (typeof rows)[number]) => status === 'removed' || (endsAt !== null && endsAt <= writing.now)
  for (const { articleId } of rows.filter(isOver)) await remove(writing, place, articleId)
  return rows.filter((row) => !isOver(row)).map(({ status: _status, title: _title, ...row }) => row)
}

/**
 * Pins an article, or changes how it is pinned.
 * @throws {NotFound} when there is no such article or channel
 * @throws {Conflict} when it is not published, is to end in the past, or too many are pinned there
 */
export const pinArticle = async (writing: Writing, { articleId, channelId, highlighted, endsAt, position }: Pin): Promise<void> => {
  const { tables, db, now } = writing
  await requirePublished(writing, articleId)
  if (endsAt !== null && endsAt <= now) throw new Conflict('conflict', { detail: 'That end is past already.' })
  const place = toPlace(channelId)
  const kept = await removeEnded(writing, place)
  const others = kept.filter((row) => row.articleId !== articleId)
  if (others.length >= placementsMaximum) {
    throw new Conflict('conflict', { detail: `${placementsMaximum} articles are pinned there already. Unpin one first.` })
  }
  const present = kept.findIndex((row) => row.articleId === articleId)
  const index = position === null ? Math.max(present, 0) : Math.min(position - 1, others.length)
  const createdAt = kept[present]?.createdAt ?? now
  const pinned: PlacementRow = { place, articleId, highlighted: highlighted ? 1 : 0, endsAt, createdAt, position: 0 }
  for (const [order, row] of others.toSpliced(index, 0, pinned).entries()) {
    const values = { ...row, position: order + 1 }
    const target = [tables.placements.place, tables.placements.articleId]
    await db.insert(tables.placements).values(values).onConflictDoUpdate({ target, set: values })
  }
  await tell(writing, channelId)
}

/**
 * Lets go of an article.
 * @param channelId where; null for the home page, undefined for everywhere
 * @returns the places it was pinned in
 */
export const unpinArticle = async (writing: Writing, articleId: string, channelId?: string | null): Promise<string[]> => {
  const rows = await listPlacementRows(writing.tables, writing.db, channelId === undefined ? undefined : toPlace(channelId))
  const places = rows.filter((row) => row.articleId === articleId).map(({ place }) => place)
  for (const place of places) {
    await remove(writing, place, articleId)
    await tell(writing, place === '' ? null : place)
  }
  return places
}
