import type { FastifyInstance } from 'fastify'
import type { Addresses } from '../addresses.ts'
import { chooseLanguage } from '../problems/choose-language.ts'
import { sendProblem } from './error-handler.ts'
import { preflightHeaders } from './public-headers.ts'

const toPattern = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/:\w+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  )

/**
 * Answers addresses and methods that have no route: 405 with `Allow` where the address exists, 404 elsewhere.
 * Register it before the routes, so that it learns of all of them.
 */
export const registerNotFound = (app: FastifyInstance, { addresses }: { addresses: Addresses }): void => {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = routes.get(url) ?? { pattern: toPattern(url), methods: new Set<string>() }
    for (const name of [method].flat()) known.methods.add(name)
    routes.set(url, known)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const methods = new Set([...routes.values()].filter(({ pattern }) => pattern.test(path)).flatMap((route) => [...route.methods]))
    const language = chooseLanguage(request.headers['accept-language'])
    // A route that has the method did not find what it was asked for.
    if (methods.size === 0 || methods.has(request.method))
      return sendProblem(reply, addresses, { code: 'not-found', requestId: request.id, language })
    reply.header('allow', [...methods, 'OPTIONS'].sort().join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).headers(preflightHeaders).send()
    return sendProblem(reply, addresses, { code: 'method-not-allowed', requestId: request.id, language })
  })
}
