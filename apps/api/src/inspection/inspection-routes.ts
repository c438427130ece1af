import { EmptyQuery } from '@gazette/schema/article-query'
import { Inspection } from '@gazette/schema/inspection'
import { requireRole } from '../accounts/require-role.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { inspectSite } from './inspect-site.ts'
import { readPublished } from './read-published.ts'

/** `GET /manage/v1/inspection`, for editors: what is overdue is nobody else's concern. */
export const inspectionRoutes: ApiRoutes = async (app, { store, channels, clock, timeZone, tokens, answers }) => {
  app.get(
    '/inspection',
    // Not in the description of the API, which is that of the reading API: see docs/api-standards.md.
    { schema: { hide: true, querystring: EmptyQuery }, onRequest: requireRole(tokens, 'editor') },
    async (request, reply) => {
      const [published, tree] = [await readPublished(store), await channels.get()]
      const value = inspectSite({ tree, published, now: clock(), timeZone })
      return answers.sendOnce(request, reply, Inspection, { value, headers: {} })
    },
  )
}
