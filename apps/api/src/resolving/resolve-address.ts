import type { Resolution } from '@gazette/schema/resolution'
import type { ContextOptions } from '../articles/article-context.ts'
import { getPublicRow } from '../articles/article-read.ts'
import type { ChannelTree } from '../channels/channel-tree.ts'
import { desc, eq, or } from '../database/drizzle.ts'
import type { Tables } from '../database/store.ts'
import { Gone, NotFound } from '../errors.ts'
import { type AddressKey, toAddressKey } from './address-key.ts'

type Redirect = Tables['redirects']['$inferSelect']

const articlePath = /^\/articles\/([0-9a-z]{1,26})$/

type Found = { exact: Redirect | undefined; samePath: Redirect | undefined }

// An address at its old host is the best match; a path alone is looked for at any host, newest first.
const findRedirects = async (
  { store: { db, tables } }: ContextOptions,
  { key, pathKey }: AddressKey,
  isOwnHost: boolean,
): Promise<Found> => {
  const { redirects } = tables
  const rows = await db
    .select()
    .from(redirects)
    .where(isOwnHost ? or(eq(redirects.addressKey, key), eq(redirects.pathKey, pathKey)) : eq(redirects.addressKey, key))
    .orderBy(desc(redirects.createdAt), desc(redirects.addressKey))
    .limit(10)
  return { exact: rows.find(({ addressKey }) => addressKey === key), samePath: rows[0] }
}

const resolveArticle = async (options: ContextOptions, id: string, url: string, kind: 'article' | 'redirect'): Promise<Resolution> => {
  try {
    const row = await getPublicRow(options, id)
    return { kind, url, location: options.addresses.article(id), articleId: id, channelId: row.channelId, reason: null }
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    return {
      kind: 'gone',
      url,
      location: null,
      articleId: id,
      channelId: null,
      reason: typeof error.detail === 'string' ? error.detail : null,
    }
  }
}

const resolveChannel = (options: ContextOptions, tree: ChannelTree, id: string, url: string, kind: 'channel' | 'redirect'): Resolution => ({
  kind,
  url,
  location: options.addresses.channel(tree.path(id)),
  articleId: null,
  channelId: id,
  reason: null,
})

const followRedirect = async (options: ContextOptions, { articleId, channelId, targetUrl }: Redirect, url: string): Promise<Resolution> => {
  if (articleId !== null) return resolveArticle(options, articleId, url, 'redirect')
  if (channelId === null) return { kind: 'redirect', url, location: targetUrl, articleId: null, channelId: null, reason: null }
  const tree = await options.channels.get(({ find }) => find(channelId) !== undefined)
  return resolveChannel(options, tree, channelId, url, 'redirect')
}

const resolveOwn = async (options: ContextOptions, url: URL): Promise<Resolution | null> => {
  const id = articlePath.exec(url.pathname)?.[1]
  if (id) return resolveArticle(options, id, url.href, 'article')
  const path = url.pathname.replaceAll(/^\/|\/$/g, '')
  const tree = await options.channels.get(({ findByPath }) => findByPath(path) !== undefined)
  const channel = tree.findByPath(path)
  return channel ? resolveChannel(options, tree, channel.id, url.href, 'channel') : null
}

/**
 * What an address leads to: an absolute one, or a path of this site. Legacy addresses lead to what they became.
 * A redirect of exactly this address comes first, then what stands there, then a page of another host with the same path.
 * @throws {NotFound} when nobody knows it
 */
export const resolveAddress = async (options: ContextOptions, given: string): Promise<Resolution> => {
  const home = new URL(options.addresses.home)
  const url = new URL(given, home)
  const address = toAddressKey(url.href)
  if (!address) throw new NotFound('not-found')
  const isOwnHost = url.host === home.host
  const { exact, samePath } = await findRedirects(options, address, isOwnHost)
  if (exact) return followRedirect(options, exact, url.href)
  const own = isOwnHost ? await resolveOwn(options, url) : null
  if (own) return own
  if (samePath) return followRedirect(options, samePath, url.href)
  throw new NotFound('not-found')
}
