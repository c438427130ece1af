import { asc, eq, max, sql } from '../database/drizzle.ts'
import type { ApiContext } from '../plugins/api-context.ts'
import { toZonedInstant } from '../time-zone.ts'
import { type SitemapEntry, sitemapLimits } from './render-sitemap.ts'

/** Articles a part lists. Parts follow the ids, which never change, so that an article stays in the part it is in. */
export const partSize = sitemapLimits.entries

type Options = Pick<ApiContext, 'store' | 'addresses' | 'timeZone' | 'siteUrl' | 'channels'>

/** The address of a part on the site, which shows what the API answers at `/v1/sitemaps/`. */
const partUrl = (siteUrl: string, name: string): string => `${siteUrl}/sitemaps/${name}.xml`

// Written into the statement, because a bound number would make SQLite divide with a remainder.
const partOf = (id: unknown) => sql<number>`(row_number() over (order by ${id}) - 1) / ${sql.raw(String(partSize))}`

/** All parts, each with its newest change. */
export const readSitemapIndex = async ({ store: { db, tables }, timeZone, siteUrl }: Options): Promise<SitemapEntry[]> => {
  const { articles } = tables
  const ranked = db
    .select({ updatedAt: articles.updatedAt, part: partOf(articles.id).as('part') })
    .from(articles)
    .where(eq(articles.status, 'published'))
    .as('ranked')
  const newest = max(ranked.updatedAt)
  const part = sql<number>`${ranked.part}`
  const rows = await db.select({ part, newest }).from(ranked).groupBy(part).orderBy(asc(part))
  return [
    { url: partUrl(siteUrl, 'channels'), lastModified: null },
    ...rows.map((row) => ({
      url: partUrl(siteUrl, String(Number(row.part) + 1)),
      lastModified: row.newest === null ? null : toZonedInstant(Number(row.newest), timeZone),
    })),
  ]
}

/** The home page and the pages of all channels. */
export const readChannelPages = async ({ addresses, channels }: Options): Promise<SitemapEntry[]> => {
  const tree = await channels.get()
  return [addresses.home, ...tree.channels.map(({ id }) => addresses.channel(tree.path(id)))].map((url) => ({ url, lastModified: null }))
}

/** The articles of one part, from 1; empty beyond the last. */
export const readArticlePages = async ({ store: { db, tables }, addresses, timeZone }: Options, part: number): Promise<SitemapEntry[]> => {
  const { articles } = tables
  const rows = await db
    .select({ id: articles.id, updatedAt: articles.updatedAt })
    .from(articles)
    .where(eq(articles.status, 'published'))
    .orderBy(asc(articles.id))
    .limit(partSize)
    .offset((part - 1) * partSize)
  return rows.map(({ id, updatedAt }) => ({ url: addresses.article(id), lastModified: toZonedInstant(updatedAt, timeZone) }))
}
