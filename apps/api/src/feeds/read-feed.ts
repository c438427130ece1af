import type { ArticleSummary } from '@gazette/schema/article'
import { ArticleQuery, type FeedFormat, type FeedQuery } from '@gazette/schema/article-query'
import type { Block } from '@gazette/schema/block'
import { listArticles } from '../articles/article-list.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { ApiContext } from '../plugins/api-context.ts'
import { readSite } from '../site/site-facts.ts'
import type { Feed, FeedArticle } from './feed.ts'

const articlesMaximum = 30
// Of a feed in which nothing stands: an instant that does not move, and that validators believe.
const createdAt = '2000-01-01T00:00:00Z'

/** A feed and the channels it is about; null when about all. */
export type FoundFeed = { feed: Feed; channelIds: string[] | null }

const requireOneSubject = (query: FeedQuery): void => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  if (given.length < 2) return
  const message = { zh: '订阅源只能按一个条件选择。', en: 'A feed is about one thing.' }
  throw new Invalid('invalid-parameter', { errors: given.map((parameter) => ({ parameter, code: 'not-together', message })) })
}

type Subject = Pick<Feed, 'title' | 'homeUrl' | 'selfUrl' | 'description'>

const subjectOf = async (
  { addresses, siteUrl, channels }: ApiContext,
  site: { name: string; description: string },
  { channel: path, topic, author }: FeedQuery,
  format: FeedFormat,
  articles: readonly FeedArticle[],
): Promise<Subject> => {
  const ofApi = (query: Record<string, string>) => addresses.api(`/v1/feeds/${format}?${new URLSearchParams(query)}`)
  if (topic !== undefined) {
    const name = articles[0]?.topics.find(({ slug }) => slug === topic)?.name ?? topic
    const homeUrl = `${siteUrl}/topics/${encodeURIComponent(topic)}`
    return { title: `${name} - ${site.name}`, description: `${site.name}：${name}`, homeUrl, selfUrl: ofApi({ topic }) }
  }
  if (author !== undefined) {
    const homeUrl = `${siteUrl}/authors/${encodeURIComponent(author)}`
    return { title: `${author} - ${site.name}`, description: `${author}的文章`, homeUrl, selfUrl: ofApi({ author }) }
  }
  const channel = path === undefined ? undefined : (await channels.get()).findByPath(path)
  if (path === undefined || !channel)
    return { title: site.name, description: site.description, homeUrl: addresses.home, selfUrl: `${siteUrl}/feed.${format}` }
  const homeUrl = addresses.channel(path)
  return { title: `${channel.name} - ${site.name}`, description: channel.description, homeUrl, selfUrl: `${homeUrl}feed.${format}` }
}

/**
 * The newest articles of the site, a channel, a topic or an author, with their whole text.
 * @throws {Invalid} when more than one is named, or a channel that is not known
 * @throws {NotFound} when there is nothing by that author or on that topic
 */
export const readFeed = async (context: ApiContext, query: FeedQuery, format: FeedFormat): Promise<FoundFeed> => {
  requireOneSubject(query)
  const { data, channelIds } = await listArticles(context, ArticleQuery.parse({ ...query, limit: articlesMaximum, body: 'blocks' }))
  if (data.length === 0 && (query.topic !== undefined || query.author !== undefined)) throw new NotFound('not-found')
  const articles = data.map((item): FeedArticle => ({ ...(item as ArticleSummary), body: (item.body ?? []) as Block[], withdrawal: null }))
  const site = await readSite(context.store, context)
  const subject = await subjectOf(context, site, query, format, articles)
  const language = site.languages[0] ?? 'zh-Hans-CN'
  return { feed: { ...subject, site, language, createdAt, articles }, channelIds }
}
