import { Invalid } from '../errors.ts'
import { toAddressKey } from '../resolving/address-key.ts'
import type { Writing } from './article-writer.ts'

export type RedirectTarget = { articleId: string } | { channelId: string } | { targetUrl: string }

/**
 * Remembers where an address leads. The newest word counts.
 * @throws {Invalid} when `url` is no absolute address
 */
export const addRedirect = async ({ tables: { redirects }, db, now }: Writing, url: string, target: RedirectTarget): Promise<void> => {
  const address = toAddressKey(url)
  if (!address) throw new Invalid('invalid-body', { detail: `Not an absolute address: ${url}` })
  const leadsTo = { articleId: null, channelId: null, targetUrl: null, ...target }
  await db
    .insert(redirects)
    .values({ addressKey: address.key, pathKey: address.pathKey, url, createdAt: now, ...leadsTo })
    .onConflictDoUpdate({ target: redirects.addressKey, set: leadsTo })
}
