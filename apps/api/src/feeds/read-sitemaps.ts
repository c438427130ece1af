import { and, asc, eq, gt, max } from '../database/drizzle.ts'
import type { ApiContext } from '../plugins/api-context.ts'
import { toZonedInstant } from '../time-zone.ts'
import { type SitemapEntry, sitemapLimits } from './render-sitemap.ts'

/** Articles a part lists. Parts follow the ids, which never change, so that an article stays in the part it is in. */
export const partSize = sitemapLimits.entries

type Options = Pick<ApiContext, 'store' | 'addresses' | 'timeZone' | 'siteUrl' | 'channels'>

/** The address of a part on the site, which shows what the API answers at `/v1/sitemaps/`. */
const partUrl = (siteUrl: string, name: string): string => `${siteUrl}/sitemaps/${name}.xml`

/** The last id and the newest change of the part that begins behind an id; both null when there is nothing there. */
export const selectPart = ({ store: { db, tables } }: Pick<Options, 'store'>, afterId: string, size: number) => {
  const { id, updatedAt, status } = tables.articles
  const listed = db
    .select({ id, updatedAt })
    .from(tables.articles)
    .where(and(eq(status, 'published'), gt(id, afterId)))
    .orderBy(asc(id))
    .limit(size)
    .as('listed')
  return db.select({ lastId: max(listed.id), newest: max(listed.updatedAt) }).from(listed)
}

/** All parts, each with its newest change. One question for each part: none keeps the thread from other readers for long. */
export const readSitemapIndex = async (options: Options, size = partSize): Promise<SitemapEntry[]> => {
  const { timeZone, siteUrl } = options
  const entries: SitemapEntry[] = [{ url: partUrl(siteUrl, 'channels'), lastModified: null }]
  for (let afterId = ''; ; ) {
    const [part] = await selectPart(options, afterId, size)
    if (!part || part.lastId === null || part.newest === null) return entries
    entries.push({ url: partUrl(siteUrl, String(entries.length)), lastModified: toZonedInstant(Number(part.newest), timeZone) })
    afterId = part.lastId
  }
}

/** The home page and the pages of all channels. */
export const readChannelPages = async ({ addresses, channels }: Options): Promise<SitemapEntry[]> => {
  const tree = await channels.get()
  return [addresses.home, ...tree.channels.map(({ id }) => addresses.channel(tree.path(id)))].map((url) => ({ url, lastModified: null }))
}

/** The articles of one part, from 1; empty beyond the last. */
export const readArticlePages = async (
  { store: { db, tables }, addresses, timeZone }: Options,
  part: number,
  size = partSize,
): Promise<SitemapEntry[]> => {
  const { articles } = tables
  const rows = await db
    .select({ id: articles.id, updatedAt: articles.updatedAt })
    .from(articles)
    .where(eq(articles.status, 'published'))
    .orderBy(asc(articles.id))
    .limit(size)
    .offset((part - 1) * size)
  return rows.map(({ id, updatedAt }) => ({ url: addresses.article(id), lastModified: toZonedInstant(updatedAt, timeZone) }))
}
