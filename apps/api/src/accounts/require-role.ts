import { includesRole, type Role } from '@gazette/schema/role'
import type { onRequestAsyncHookHandler } from 'fastify'
import { Forbidden, Unauthenticated } from '../errors.ts'
import { bearerOf } from './token-text.ts'
import type { TokenHolder, Tokens } from './tokens.ts'

/** Whose request it is, by its `Authorization`; null when it has none. @throws {Unauthenticated} when what it has is nobody's */
export const identify = (tokens: Tokens, authorization: string | undefined): TokenHolder | null => {
  if (authorization === undefined) return null
  const token = bearerOf(authorization)
  const holder = token === null ? null : tokens.find(token)
  if (!holder) throw new Unauthenticated('invalid-token')
  return holder
}

/**
 * Guards a route, or with `addHook('onRequest', …)` a scope: 401 without a valid token, 403 when its role does not include `role`.
 * What stands behind it is for its caller alone: kept by no cache, and never sent through `answers`, which everybody shares.
 */
export const requireRole =
  (tokens: Tokens, role: Role): onRequestAsyncHookHandler =>
  async (request, reply) => {
    reply.header('cache-control', 'private, no-store')
    const holder = identify(tokens, request.headers.authorization)
    if (!holder) throw new Unauthenticated('authentication-required')
    if (!includesRole(holder.role, role))
      throw new Forbidden('forbidden', {
        detail: {
          zh: `此操作需要 ${role} 角色，令牌的角色是 ${holder.role}。`,
          en: `This needs the role ${role}; the token has ${holder.role}.`,
        },
      })
  }
