import { EmptyQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { Site } from '@gazette/schema/site'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readSite } from './site-facts.ts'

/** `GET /v1/site`. */
export const siteRoutes: ApiRoutes = async (app, context) => {
  app.get(
    '/site',
    {
      schema: {
        operationId: 'getSite',
        tags: ['Site'],
        summary: 'The site · 网站信息',
        description: 'Name, identifiers, languages, time zone and the facts a footer must show.',
        querystring: EmptyQuery,
        response: { 200: Site, ...problemResponses() },
      },
    },
    (request, reply) =>
      context.answers.send(request, reply, Site, async () => ({
        value: await readSite(context.store, context),
        dependencies: [dependencies.site],
      })),
  )
}
