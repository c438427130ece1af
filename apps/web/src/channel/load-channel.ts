import type { ContentApi } from '../content-api/open-content-api.ts'
import type { ReaderPlacement } from '../content-api/reader-article.ts'
import { channelPath } from '../site/paths.ts'
import { notFound, type PageDecision } from '../site/reader-page.ts'
import type { ChannelView } from './channel-page.tsx'
import { findListPage, type ListPage } from './list-page.ts'
import { parsePageNumber } from './page-numbers.ts'

const channelPathPattern = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/

/** What is pinned stands at the head of the page already. */
const withoutPinned = (list: ListPage, pinned: ReaderPlacement[]): ListPage => {
  const ids = new Set(pinned.map(({ article }) => article.id))
  return { ...list, articles: list.articles.filter(({ id }) => !ids.has(id)) }
}

/** The channel at a path, or null when no channel is there. */
export const findChannelView = async (
  api: ContentApi,
  path: string,
  address: string,
  pageParameter: string | string[] | undefined,
): Promise<PageDecision<ChannelView> | null> => {
  if (!channelPathPattern.test(path) || path.length > 300) return null
  const page = parsePageNumber(pageParameter)
  const [channel, list, pinned] = await Promise.all([
    api.findChannel(path),
    page === null ? null : findListPage(api, { channel: path }, page),
    page === 1 ? api.listPlacements(path) : [],
  ])
  if (channel.status !== 'found') return null
  const [pathname = ''] = address.split('?')
  const isCanonical = pathname.endsWith('/') && (page !== 1 || pageParameter === undefined)
  if (page !== null && !isCanonical) return { redirect: channelPath(path, page) }
  return list ? { show: { kind: 'channel', channel: channel.value, pinned, list: withoutPinned(list, pinned) } } : notFound
}
