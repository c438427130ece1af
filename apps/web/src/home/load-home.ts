import type { ChannelNode } from '@gazette/schema/channel'
import type { ContentApi } from '../content-api/open-content-api.ts'
import type { ReaderPlacement, ReaderSummary } from '../content-api/reader-article.ts'

const latestCount = 10
/** As many may be pinned as a page shows without a list of their own. */
const pinnedMaximum = 9
const moduleCount = 6

/** A channel with its newest articles. */
export type HomeModule = { channel: Pick<ChannelNode, 'id' | 'path' | 'name'>; articles: ReaderSummary[] }

export type HomeView = {
  kind: 'home'
  /** What the page opens with: what editors want to stand out, else what they pinned, else the newest. */
  lead: ReaderSummary | null
  /** The other pinned articles, in the order of the editors. */
  highlights: ReaderPlacement[]
  /** The newest of what is not above. */
  latest: ReaderSummary[]
  modules: HomeModule[]
}

const loadModules = async (api: ContentApi, channels: Promise<ChannelNode[]>): Promise<HomeModule[]> =>
  Promise.all(
    (await channels).map(async ({ id, path, name }) => ({
      channel: { id, path, name },
      articles: (await api.getArticles({ channel: path, limit: moduleCount })).data,
    })),
  )

/** Divides what is pinned and what is new among the places at the top of the page; nothing stands there twice. */
export const arrangeFront = (placements: ReaderPlacement[], newest: ReaderSummary[]): Pick<HomeView, 'lead' | 'highlights' | 'latest'> => {
  const pinned = placements.slice(0, pinnedMaximum)
  const lead = (pinned.find(({ highlighted }) => highlighted) ?? pinned[0])?.article ?? newest[0] ?? null
  const shown = new Set([lead?.id, ...pinned.map(({ article }) => article.id)])
  return {
    lead,
    highlights: pinned.filter(({ article }) => article.id !== lead?.id),
    latest: newest.filter(({ id }) => !shown.has(id)).slice(0, latestCount),
  }
}

/** What is pinned, the newest articles of the site, and those of every main channel that has any. */
export const loadHome = async (api: ContentApi, channels: Promise<ChannelNode[]>): Promise<HomeView> => {
  // Together, so that no failure is left alone while another is waited for.
  const [placements, newest, modules] = await Promise.all([
    api.listPlacements(),
    api.getArticles({ limit: latestCount + pinnedMaximum }),
    loadModules(api, channels),
  ])
  return { kind: 'home', ...arrangeFront(placements, newest.data), modules: modules.filter(({ articles }) => articles.length > 0) }
}
