import { Role } from '@gazette/schema/role'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createAddresses } from '../addresses.ts'
import { registerErrorHandler } from '../plugins/error-handler.ts'
import { requireRole } from './require-role.ts'
import type { Tokens } from './tokens.ts'

const tokens: Tokens = {
  find: (token) => {
    const role = Role.safeParse(token)
    return role.success ? { id: 'a1', name: 'one', role: role.data } : null
  },
  start: async () => undefined,
  stop: async () => undefined,
}

const ask = async (authorization?: string) => {
  const app = Fastify()
  registerErrorHandler(app, { addresses: createAddresses({ siteUrl: 'https://www.example', apiUrl: 'https://api.example' }) })
  app.get('/manage', { onRequest: requireRole(tokens, 'publisher') }, async () => ({ done: true }))
  return app.inject({ url: '/manage', headers: authorization === undefined ? {} : { authorization } })
}

describe('a route for publishers', () => {
  it.each(['publisher', 'administrator'])('opens for a %s, and its answer is kept by nobody', async (role) => {
    const { statusCode, headers } = await ask(`Bearer ${role}`)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-store'])
  })

  it.each(['reader', 'editor'])('is 403 for a %s, and says what it would take', async (role) => {
    const response = await ask(`Bearer ${role}`)
    expect(response.statusCode).toBe(403)
    expect(response.headers['www-authenticate']).toBe('Bearer realm="gazette", error="insufficient_scope"')
    expect(response.json()).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('publisher') })
  })

  it.each([
    [undefined, 'authentication-required', 'Bearer realm="gazette"'],
    ['Bearer nobody', 'invalid-token', 'Bearer realm="gazette", error="invalid_token"'],
    ['Basic cHVibGlzaGVyOg==', 'invalid-token', 'Bearer realm="gazette", error="invalid_token"'],
  ])('is 401 with the way in for Authorization %j', async (authorization, code, challenge) => {
    const response = await ask(authorization)
    expect(response.statusCode).toBe(401)
    expect(response.headers['www-authenticate']).toBe(challenge)
    expect(response.json()).toMatchObject({ code })
  })
})
