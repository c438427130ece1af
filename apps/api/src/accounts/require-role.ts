import { includesRole, type Role } from '@gazette/schema/role'
import type { onRequestAsyncHookHandler } from 'fastify'
import { Forbidden, Unauthenticated } from '../errors.ts'
import { findHolder } from './find-holder.ts'
import type { Tokens } from './tokens.ts'

/**
 * Guards a route, or with `addHook('onRequest', …)` a scope: 401 without a valid token, 403 when its role does not include `role`.
 * What stands behind it is for its caller alone: kept by no cache, and never sent through `answers`, which everybody shares.
 */
export const requireRole =
  (tokens: Tokens, role: Role): onRequestAsyncHookHandler =>
  async (request, reply) => {
    reply.header('cache-control', 'private, no-store')
    const holder = findHolder(tokens, request.headers.authorization)
    if (holder === 'impostor') throw new Unauthenticated('invalid-token')
    if (holder === null) throw new Unauthenticated('authentication-required')
    if (!includesRole(holder.role, role))
      throw new Forbidden('forbidden', {
        detail: {
          zh: `此操作需要 ${role} 角色，令牌的角色是 ${holder.role}。`,
          en: `This needs the role ${role}; the token has ${holder.role}.`,
        },
      })
  }
