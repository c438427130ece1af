import type { Placement } from '@gazette/schema/placement'
import type { ContextOptions } from '../articles/article-context.ts'
import { type HeadedRow, toSummaries } from '../articles/article-read.ts'
import { summaryColumns } from '../articles/summary-columns.ts'
import { asc, eq, getTableColumns } from '../database/drizzle.ts'
import type { Database, Store, Tables } from '../database/store.ts'
import { toZonedInstant } from '../time-zone.ts'

/** Where something is pinned, as it is stored: the id of a channel, or null for the home page. */
export const toPlace = (channelId: string | null): string => channelId ?? ''

export type PlacementRow = Tables['placements']['$inferSelect']

/** Everything pinned in a place, or anywhere, ended or not, in its order, with what became of the article. */
export const listPlacementRows = async ({ articles, placements }: Tables, db: Database, place?: string) =>
  db
    .select({ ...getTableColumns(placements), title: articles.title, status: articles.status })
    .from(placements)
    .innerJoin(articles, eq(articles.id, placements.articleId))
    .where(place === undefined ? undefined : eq(placements.place, place))
    .orderBy(asc(placements.place), asc(placements.position), asc(placements.articleId))

type PinnedRow = HeadedRow & Pick<PlacementRow, 'highlighted' | 'endsAt'>

const readPinned = async ({ db, tables: { articles, placements } }: Store, place: string): Promise<PinnedRow[]> =>
  db
    .select({ ...summaryColumns(articles), highlighted: placements.highlighted, endsAt: placements.endsAt })
    .from(placements)
    .innerJoin(articles, eq(articles.id, placements.articleId))
    .where(eq(placements.place, place))
    .orderBy(asc(placements.position), asc(placements.articleId))

/** What readers see pinned in a place, everything that was ever pinned there and still may come back, and when the first of it ends. */
export type Pinned = { placements: Placement[]; articleIds: string[]; nextEnd: number | null }

/**
 * What is pinned at `now`. An article that was withdrawn is not shown, but named in `articleIds`:
 * it is shown again when it returns.
 */
export const listPinned = async (options: ContextOptions, channelId: string | null, now: number): Promise<Pinned> => {
  const rows = (await readPinned(options.store, toPlace(channelId))).filter(({ endsAt }) => endsAt === null || endsAt > now)
  const shown = rows.filter(({ status }) => status === 'published')
  const summaries = await toSummaries(options, shown)
  const ends = shown.flatMap(({ endsAt }) => endsAt ?? [])
  const placements = shown.flatMap(({ highlighted, endsAt }, index) => {
    const article = summaries[index]
    const until = endsAt === null ? null : toZonedInstant(endsAt, options.timeZone)
    return article ? [{ article, position: index + 1, highlighted: highlighted === 1, until }] : []
  })
  return { placements, articleIds: rows.map(({ id }) => id), nextEnd: ends.length === 0 ? null : Math.min(...ends) }
}
