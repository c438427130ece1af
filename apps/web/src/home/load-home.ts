import type { ChannelNode } from '@gazette/schema/channel'
import type { ContentApi } from '../content-api/open-content-api.ts'
import type { ReaderSummary } from '../content-api/reader-article.ts'

const latestCount = 11
const moduleCount = 6

/** A channel with its newest articles. */
export type HomeModule = { channel: Pick<ChannelNode, 'id' | 'path' | 'name'>; articles: ReaderSummary[] }
export type HomeView = { kind: 'home'; latest: ReaderSummary[]; modules: HomeModule[] }

/** The newest articles of the site and of every main channel that has any. */
export const loadHome = async (api: ContentApi, channels: Promise<ChannelNode[]>): Promise<HomeView> => {
  const latest = api.getArticles({ limit: latestCount })
  const modules = Promise.all(
    (await channels).map(async ({ id, path, name }) => ({
      channel: { id, path, name },
      articles: (await api.getArticles({ channel: path, limit: moduleCount })).data,
    })),
  )
  return { kind: 'home', latest: (await latest).data, modules: (await modules).filter(({ articles }) => articles.length > 0) }
}
