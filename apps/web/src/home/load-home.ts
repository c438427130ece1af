import type { ChannelNode } from '@gazette/schema/channel'
import type { ContentApi } from '../content-api/open-content-api.ts'
import type { ReaderSummary } from '../content-api/reader-article.ts'

const latestCount = 11
const moduleCount = 6

/** A channel with its newest articles. */
export type HomeModule = { channel: Pick<ChannelNode, 'id' | 'path' | 'name'>; articles: ReaderSummary[] }
export type HomeView = { kind: 'home'; latest: ReaderSummary[]; modules: HomeModule[] }

const loadModules = async (api: ContentApi, channels: Promise<ChannelNode[]>): Promise<HomeModule[]> =>
  Promise.all(
    (await channels).map(async ({ id, path, name }) => ({
      channel: { id, path, name },
      articles: (await api.getArticles({ channel: path, limit: moduleCount })).data,
    })),
  )

/** The newest articles of the site and of every main channel that has any. */
export const loadHome = async (api: ContentApi, channels: Promise<ChannelNode[]>): Promise<HomeView> => {
  // Together, so that no failure is left alone while another is waited for.
  const [latest, modules] = await Promise.all([api.getArticles({ limit: latestCount }), loadModules(api, channels)])
  return { kind: 'home', latest: latest.data, modules: modules.filter(({ articles }) => articles.length > 0) }
}
