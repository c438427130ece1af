import { setTimeout as delay } from 'node:timers/promises'
import { ChangeQuery } from '@gazette/schema/article-query'
import { ChangeList } from '@gazette/schema/list'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { toLinkHeader } from '../plugins/list-links.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readSequence, writeChangeCursor } from './change-cursor.ts'
import type { ChangePage } from './list-changes.ts'
import { tellChanges } from './tell-changes.ts'

/** Looks again after every commit until there is something, the time is up or the caller has gone. */
const waitForChanges = async (
  context: ApiContext,
  sequence: number,
  { limit, wait }: ChangeQuery,
  gone: AbortSignal,
): Promise<ChangePage> => {
  const end = new AbortController()
  const timeout = delay(wait * 1000, undefined, { signal: AbortSignal.any([gone, end.signal]) }).catch(() => undefined)
  let isOver = wait === 0
  void timeout.then(() => {
    isOver = true
  })
  try {
    while (true) {
      const signalled = context.signal.next()
      const page = await tellChanges(context, sequence, limit)
      if (page.changes.length > 0 || isOver || context.signal.stopped.aborted) return page
      await Promise.race([signalled, timeout])
    }
  } finally {
    end.abort()
  }
}

/** `GET /v1/changes`. */
export const changeRoutes: ApiRoutes = async (app, context) => {
  const { answers, addresses } = context

  app.get(
    '/changes',
    {
      schema: {
        operationId: 'listChanges',
        tags: ['Changes'],
        summary: 'What changed · 变更记录',
        description:
          'Everything that changed, in the order it was committed, deletions included. Continue with `page.next` for ever: nothing is skipped or repeated. `wait` keeps the request open until something happens. `cursor=now` tells where the log ends: keep what you read after it, and follow from there.',
        querystring: ChangeQuery,
        response: { 200: ChangeList, ...problemResponses() },
      },
    },
    async (request, reply) => {
      const { query } = request
      const sequence = await readSequence(context, query.cursor)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const { changes, lastSequence } = await waitForChanges(context, sequence, query, gone.signal)
      // A connection that would be kept alive now would keep the server from closing.
      if (context.signal.stopped.aborted) reply.header('connection', 'close')
      const next = writeChangeCursor(context, lastSequence)
      const following = new URLSearchParams({ ...(query.limit === 20 ? {} : { limit: String(query.limit) }), cursor: next })
      const links = { self: addresses.api(request.url), next: addresses.api(`/v1/changes?${following}`) }
      const value = { data: changes, page: { limit: query.limit, next }, links }
      return answers.sendOnce(request, reply, ChangeList, { value, headers: { 'cache-control': 'no-cache', link: toLinkHeader(links) } })
    },
  )
}
