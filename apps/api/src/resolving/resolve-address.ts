import type { Resolution } from '@gazette/schema/resolution'
import { and, desc, eq, or } from 'drizzle-orm'
import type { ContextOptions } from '../articles/article-context.ts'
import { getPublicRow } from '../articles/article-read.ts'
import { readChannelTree } from '../channels/channel-queries.ts'
import type { ChannelTree } from '../channels/channel-tree.ts'
import type { Tables } from '../database/store.ts'
import { Gone, NotFound } from '../errors.ts'
import { type AddressKey, toAddressKey } from './address-key.ts'

type Redirect = Tables['redirects']['$inferSelect']

const articlePath = /^\/articles\/([0-9a-z]{1,26})$/

// An address at its old host is the best match; a path alone is looked for at any host, newest first.
const findRedirect = async (
  { store: { db, tables } }: ContextOptions,
  { key, pathKey }: AddressKey,
  isOwnHost: boolean,
): Promise<Redirect | undefined> => {
  const { redirects } = tables
  const matches = isOwnHost ? or(eq(redirects.addressKey, key), eq(redirects.pathKey, pathKey)) : eq(redirects.addressKey, key)
  const rows = await db
    .select()
    .from(redirects)
    .where(and(matches))
    .orderBy(desc(redirects.createdAt), desc(redirects.addressKey))
    .limit(10)
  return rows.find(({ addressKey }) => addressKey === key) ?? rows[0]
}

const resolveArticle = async (options: ContextOptions, id: string, url: string, kind: 'article' | 'redirect'): Promise<Resolution> => {
  try {
    const row = await getPublicRow(options, id)
    return { kind, url, location: options.addresses.article(id), articleId: id, channelId: row.channelId, reason: null }
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    return { kind: 'gone', url, location: null, articleId: id, channelId: null, reason: error.detail ?? null }
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

const followRedirect = (options: ContextOptions, tree: ChannelTree, redirect: Redirect, url: string): Promise<Resolution> => {
  if (redirect.articleId !== null) return resolveArticle(options, redirect.articleId, url, 'redirect')
  if (redirect.channelId !== null) return Promise.resolve(resolveChannel(options, tree, redirect.channelId, url, 'redirect'))
  return Promise.resolve({ kind: 'redirect', url, location: redirect.targetUrl, articleId: null, channelId: null, reason: null })
}

/**
 * What an address leads to: an absolute one, or a path of this site. Legacy addresses lead to what they became.
 * @throws {NotFound} when nobody knows it
 */
export const resolveAddress = async (options: ContextOptions, given: string): Promise<Resolution> => {
  const home = new URL(options.addresses.home)
  const url = new URL(given, home)
  const address = toAddressKey(url.href)
  if (!address) throw new NotFound('not-found')
  const isOwnHost = url.host === home.host
  const tree = await readChannelTree(options.store, options.store.db)
  const redirect = await findRedirect(options, address, isOwnHost)
  if (redirect) return followRedirect(options, tree, redirect, url.href)
  if (!isOwnHost) throw new NotFound('not-found')
  const id = articlePath.exec(url.pathname)?.[1]
  if (id) return resolveArticle(options, id, url.href, 'article')
  const channel = tree.findByPath(url.pathname.replaceAll(/^\/|\/$/g, ''))
  if (channel) return resolveChannel(options, tree, channel.id, url.href, 'channel')
  throw new NotFound('not-found')
}
