import { createHash } from 'node:crypto'
import { eq } from '../../database/drizzle.ts'
import type { Writing } from '../../publishing/article-writer.ts'
import { toAddressKey } from '../../resolving/address-key.ts'
import type { ParsedArticle } from '../parsed-article.ts'

/** What an earlier import of the same page left. */
export type Origin = { articleId: string; contentHash: string }

/** By what a page is known again: its address; without one, its title and date as printed. */
export const toOriginKey = ({ legacyUrl, content }: Pick<ParsedArticle, 'legacyUrl' | 'content'>): string => {
  const address = legacyUrl === null ? null : toAddressKey(legacyUrl)
  if (address) return `address:${address.key}`
  return `text:${createHash('sha256')
    .update(`${content.fullTitle}\n${content.publishedAt ?? ''}`)
    .digest('hex')}`
}

/** The article this page became before, by its origin or by an address that already leads to it. */
export const findOrigin = async ({ tables, db }: Writing, originKey: string): Promise<Origin | undefined> => {
  const { importOrigins, redirects, articles } = tables
  const rows = await db.select().from(importOrigins).where(eq(importOrigins.originKey, originKey))
  if (rows[0]) return rows[0]
  if (!originKey.startsWith('address:')) return undefined
  const known = await db
    .select({ articleId: articles.id, contentHash: articles.contentHash })
    .from(redirects)
    .innerJoin(articles, eq(articles.id, redirects.articleId))
    .where(eq(redirects.addressKey, originKey.slice('address:'.length)))
  return known[0]
}

export const rememberOrigin = async ({ tables: { importOrigins }, db, now }: Writing, originKey: string, origin: Origin): Promise<void> => {
  const row = { ...origin, importedAt: now }
  await db
    .insert(importOrigins)
    .values({ originKey, ...row })
    .onConflictDoUpdate({ target: importOrigins.originKey, set: row })
}
