import type { SearchFacets } from '@gazette/schema/search'
import type { ChannelTree } from '../channels/channel-tree.ts'
import { inArray } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import type { FacetCount, FacetCounts } from './search-engine.ts'

const asIs = (counts: readonly FacetCount[]) => counts.map(({ value, count }) => ({ value, name: value, count }))

/** Facets as readers of the API know them: channels by path, everything with a name. */
export const nameFacets = async ({ db, tables: { topics } }: Store, tree: ChannelTree, counts: FacetCounts): Promise<SearchFacets> => {
  const slugs = counts.topics.map(({ value }) => value)
  const rows = slugs.length === 0 ? [] : await db.select().from(topics).where(inArray(topics.slug, slugs))
  const names = new Map(rows.map(({ slug, name }) => [slug, name]))
  return {
    channels: counts.channels.flatMap(({ value, count }) => {
      const channel = tree.find(value)
      return channel ? [{ value: tree.path(value), name: channel.name, count }] : []
    }),
    kinds: asIs(counts.kinds),
    sources: asIs(counts.sources),
    topics: counts.topics.map(({ value, count }) => ({ value, name: names.get(value) ?? value, count })),
    years: asIs(counts.years),
  }
}
