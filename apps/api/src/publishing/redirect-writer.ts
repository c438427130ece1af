import { WebUrl } from '@gazette/schema/scalars'
import { Invalid } from '../errors.ts'
import { toAddressKey } from '../resolving/address-key.ts'
import type { Writing } from './article-writer.ts'

export type RedirectTarget = { articleId: string } | { channelId: string } | { targetUrl: string }

/**
 * Remembers where an address leads. The newest word counts.
 * @throws {Invalid} when `url` is no absolute address, or the target no http or https address
 */
export const addRedirect = async ({ tables: { redirects }, db, now }: Writing, url: string, target: RedirectTarget): Promise<void> => {
  const address = toAddressKey(url)
  if (!address) throw new Invalid('invalid-body', { detail: `Not an absolute address: ${url}` })
  if ('targetUrl' in target && !WebUrl.safeParse(target.targetUrl).success) {
    throw new Invalid('invalid-body', { detail: `A redirect leads to an http or https address, not to ${target.targetUrl}` })
  }
  const leadsTo = { articleId: null, channelId: null, targetUrl: null, ...target }
  await db
    .insert(redirects)
    .values({ addressKey: address.key, pathKey: address.pathKey, url, createdAt: now, ...leadsTo })
    .onConflictDoUpdate({ target: redirects.addressKey, set: leadsTo })
}
