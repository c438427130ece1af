import type { ContentApi } from '../content-api/open-content-api.ts'
import { articlePath } from './paths.ts'
import { notFound, type PageDecision } from './reader-page.ts'

const pathOf = (location: string): string => {
  const { pathname, search } = new URL(location)
  return pathname + search
}

/** Where an address the site does not know itself leads: an old address to its article, a removed one to 410. */
export const resolveAddress = async (api: ContentApi, address: string): Promise<PageDecision<never>> => {
  const answer = await api.resolve(address)
  if (answer.status === 'gone') return { gone: answer.reason }
  if (answer.status === 'missing') return notFound
  const { kind, location, articleId, channelId, reason } = answer.value
  if (kind === 'gone') return { gone: reason ?? '' }
  // Somebody chose this target, on this site or another: it is followed as it stands.
  if (location && !articleId && !channelId) return { redirect: location }
  if (articleId) return { redirect: articlePath(articleId) }
  // An address that leads to itself would send the reader in circles.
  return location && pathOf(location) !== address ? { redirect: pathOf(location) } : notFound
}
