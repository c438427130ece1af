import { dependencies } from '@gazette/schema/change-dependencies'
import { PlacementList, PlacementQuery } from '@gazette/schema/placement'
import { channelIdsOf } from '../articles/article-filter.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { listPinned } from './placement-queries.ts'

/** `GET /v1/placements`. */
export const placementRoutes: ApiRoutes = async (app, context) => {
  const { answers, channels, clock } = context

  app.get(
    '/placements',
    {
      schema: {
        operationId: 'listPlacements',
        tags: ['Channels'],
        summary: 'Pinned articles · 置顶文章',
        description:
          'What editors pinned in a channel or, without `channel`, on the home page: published articles, in the order the editors gave them.',
        querystring: PlacementQuery,
        response: { 200: PlacementList, ...problemResponses() },
      },
    },
    (request, reply) =>
      answers.send(request, reply, PlacementList, async () => {
        const { channel: path } = request.query
        const tree = await channels.get(({ findByPath }) => path === undefined || findByPath(path) !== undefined)
        const channelId = channelIdsOf(tree, path)?.[0] ?? null
        const now = clock()
        const { placements, articleIds, nextEnd } = await listPinned(context, channelId, now)
        return {
          value: { data: placements },
          dependencies: [dependencies.channels, dependencies.placements(channelId), ...articleIds.map(dependencies.article)],
          // What ends by itself is told by no change.
          ...(nextEnd === null ? {} : { lifetimeSeconds: (nextEnd - now) / 1000 }),
        }
      }),
  )
}
