import type { Role } from '@gazette/schema/role'
import { createId } from '../create-id.ts'
import { asc, eq, isNull, sql } from '../database/drizzle.ts'
import type { Store, Tables } from '../database/store.ts'
import { NotFound } from '../errors.ts'
import type { Writing } from '../publishing/article-writer.ts'
import { createTokenText, digestOf } from './token-text.ts'

/** A token as it is kept: nobody can make the token of it. */
export type TokenRecord = Tables['tokens']['$inferSelect']

type Reading = Pick<Store, 'tables' | 'db'>

/** Makes a token. `token` itself is nowhere kept: whoever it is for must be told now. */
export const createToken = async (
  { tables, db, now }: Writing,
  { name, role, expiresAt }: { name: string; role: Role; expiresAt: number | null },
): Promise<{ token: string; record: TokenRecord }> => {
  const token = createTokenText()
  const given = { id: createId(now), digest: digestOf(token), name, role, createdAt: now, expiresAt }
  await db.insert(tables.tokens).values(given)
  return { token, record: { ...given, lastUsedAt: null, revokedAt: null } }
}

/** Ends a token for good; one that is revoked already stays as it is. @throws {NotFound} */
export const revokeToken = async ({ tables: { tokens }, db, now }: Writing, id: string): Promise<TokenRecord> => {
  const rows = await db.select().from(tokens).where(eq(tokens.id, id))
  const record = rows[0]
  if (!record) throw new NotFound('not-found', { detail: { zh: `没有编号为 ${id} 的令牌。`, en: `There is no token ${id}.` } })
  if (record.revokedAt !== null) return record
  await db.update(tokens).set({ revokedAt: now }).where(eq(tokens.id, id))
  return { ...record, revokedAt: now }
}

/** All tokens there ever were, in the order they were made. */
export const listTokens = async ({ tables: { tokens }, db }: Reading): Promise<TokenRecord[]> =>
  db.select().from(tokens).orderBy(asc(tokens.createdAt), asc(tokens.id))

/** Tokens that were not revoked; some may have expired. */
export const listUnrevokedTokens = async ({ tables: { tokens }, db }: Reading): Promise<TokenRecord[]> =>
  db.select().from(tokens).where(isNull(tokens.revokedAt))

/** Another text whenever other tokens are in force: rows are never deleted, and nothing but their end changes them. */
export const readTokensVersion = async ({ tables: { tokens }, db }: Reading): Promise<string> => {
  const rows = await db.select({ all: sql<number>`count(*)`, revoked: sql<number>`count(${tokens.revokedAt})` }).from(tokens)
  return `${rows[0]?.all}/${rows[0]?.revoked}`
}
