import type { AuthorFacet, FacetQuery, SourceFacet, TopicFacet } from '@gazette/schema/facet'
import type { ChannelSnapshot } from '../channels/channel-snapshot.ts'
import { and, asc, count, desc, eq, inArray, isNotNull, type SQL } from '../database/drizzle.ts'
import type { Store } from '../database/store.ts'
import { channelIdsOf } from './article-filter.ts'

type Options = { store: Store; channels: ChannelSnapshot }

/** Entries, and the channels they were counted in: null means all. */
export type Facets<T> = { data: T[]; channelIds: string[] | null }

const scopeOf = async ({ store: { tables }, channels }: Options, { channel }: FacetQuery) => {
  const { articles } = tables
  const tree = await channels.get(({ findByPath }) => channel === undefined || findByPath(channel) !== undefined)
  const channelIds = channelIdsOf(tree, channel)
  const isCounted: SQL | undefined = and(eq(articles.status, 'published'), channelIds ? inArray(articles.channelId, channelIds) : undefined)
  return { channelIds, isCounted }
}

/** Subjects with published articles, most first, the slug telling equals apart. */
export const listTopics = async (options: Options, query: FacetQuery): Promise<Facets<TopicFacet>> => {
  const { db, tables } = options.store
  const { articles, articleTopics, topics } = tables
  const { channelIds, isCounted } = await scopeOf(options, query)
  const articleCount = count()
  const data = await db
    .select({ slug: topics.slug, name: topics.name, articleCount })
    .from(articleTopics)
    .innerJoin(articles, eq(articles.id, articleTopics.articleId))
    .innerJoin(topics, eq(topics.slug, articleTopics.topicSlug))
    .where(isCounted)
    .groupBy(topics.slug, topics.name)
    .orderBy(desc(articleCount), asc(topics.slug))
    .limit(query.limit)
  return { data, channelIds }
}

/** Authors of published articles, most articles first. Editors are not authors. */
export const listAuthors = async (options: Options, query: FacetQuery): Promise<Facets<AuthorFacet>> => {
  const { db, tables } = options.store
  const { articles, articlePeople, people } = tables
  const { channelIds, isCounted } = await scopeOf(options, query)
  const articleCount = count()
  const data = await db
    .select({ name: people.name, articleCount })
    .from(articlePeople)
    .innerJoin(articles, eq(articles.id, articlePeople.articleId))
    .innerJoin(people, eq(people.id, articlePeople.personId))
    .where(and(isCounted, eq(articlePeople.part, 'author')))
    .groupBy(people.id, people.name)
    .orderBy(desc(articleCount), asc(people.id))
    .limit(query.limit)
  return { data, channelIds }
}

/** Sources of published articles, most articles first. */
export const listSources = async (options: Options, query: FacetQuery): Promise<Facets<SourceFacet>> => {
  const { db, tables } = options.store
  const { articles } = tables
  const { channelIds, isCounted } = await scopeOf(options, query)
  const articleCount = count()
  const rows = await db
    .select({ name: articles.sourceName, articleCount })
    .from(articles)
    .where(and(isCounted, isNotNull(articles.sourceName)))
    .groupBy(articles.sourceName)
    .orderBy(desc(articleCount), asc(articles.sourceName))
    .limit(query.limit)
  return { data: rows.flatMap(({ name, ...row }) => (name === null ? [] : [{ name, ...row }])), channelIds }
}
