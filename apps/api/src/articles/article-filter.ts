import type { ArticleQuery } from '@gazette/schema/article-query'
import type { ChannelTree } from '../channels/channel-tree.ts'
import { and, eq, gte, inArray, lt, type SQL } from '../database/drizzle.ts'
import type { Database, Tables } from '../database/store.ts'
import { Invalid } from '../errors.ts'
import { parseDateOrInstant } from '../time-zone.ts'

/** What a list may be narrowed by. */
export type ArticleFilters = Pick<ArticleQuery, 'channel' | 'topic' | 'author' | 'source' | 'kind' | 'from' | 'to' | 'updatedSince' | 'ids'>

/** The text a cursor is bound to: two lists with the same filters and order have the same scope. */
export const filterScope = ({ channel, topic, author, source, kind, from, to, updatedSince, ids }: ArticleFilters, sort: string): string =>
  JSON.stringify(['articles', sort, channel, topic, author, source, kind, from, to, updatedSince, ids])

/**
 * Ids of the channels the filter allows, or null when it allows all.
 * @throws {Invalid} when there is no channel with that path
 */
export const channelIdsOf = (tree: ChannelTree, path: string | undefined): string[] | null => {
  if (path === undefined) return null
  const channel = tree.findByPath(path)
  if (channel) return tree.withDescendants(channel.id)
  throw new Invalid('invalid-parameter', {
    errors: [
      {
        parameter: 'channel',
        code: 'unknown-channel',
        message: { zh: `没有路径为 ${path} 的栏目。`, en: `There is no channel with the path ${path}.` },
      },
    ],
  })
}

type Source = { tables: Tables; db: Database; timeZone: string }

const namedConditions = ({ tables, db }: Source, { topic, author }: ArticleFilters): SQL[] => {
  const { articles, articleTopics, articlePeople, people } = tables
  const conditions: SQL[] = []
  if (topic !== undefined) {
    const ids = db.select({ id: articleTopics.articleId }).from(articleTopics).where(eq(articleTopics.topicSlug, topic))
    conditions.push(inArray(articles.id, ids))
  }
  if (author !== undefined) {
    const ids = db
      .select({ id: articlePeople.articleId })
      .from(articlePeople)
      .innerJoin(people, eq(people.id, articlePeople.personId))
      .where(and(eq(people.name, author), eq(articlePeople.part, 'author')))
    conditions.push(inArray(articles.id, ids))
  }
  return conditions
}

/** The condition of a list: published, and all that the filters ask. With `ids`, withdrawn articles count too. */
export const articleCondition = (from: Source, filters: ArticleFilters, channelIds: string[] | null): SQL | undefined => {
  const { articles } = from.tables
  const { source, kind, ids } = filters
  const instant = (text: string) => parseDateOrInstant(text, from.timeZone)
  return and(
    ids ? inArray(articles.status, ['published', 'withdrawn']) : eq(articles.status, 'published'),
    channelIds ? inArray(articles.channelId, channelIds) : undefined,
    source === undefined ? undefined : eq(articles.sourceName, source),
    kind === undefined ? undefined : eq(articles.kind, kind),
    filters.from === undefined ? undefined : gte(articles.publishedAt, instant(filters.from)),
    filters.to === undefined ? undefined : lt(articles.publishedAt, instant(filters.to)),
    filters.updatedSince === undefined ? undefined : gte(articles.updatedAt, instant(filters.updatedSince)),
    ids ? inArray(articles.id, ids) : undefined,
    ...namedConditions(from, filters),
  )
}
