import { ResolveQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { Resolution } from '@gazette/schema/resolution'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { resolveAddress } from './resolve-address.ts'

/** `GET /v1/resolve`. */
export const resolveRoutes: ApiRoutes = async (app, context) => {
  app.get(
    '/resolve',
    {
      schema: {
        operationId: 'resolveAddress',
        tags: ['Addresses'],
        summary: 'What an address leads to · 地址解析',
        description: 'Finds the article or channel behind an address of this site or of the site it replaced.',
        querystring: ResolveQuery,
        response: { 200: Resolution, ...problemResponses(404) },
      },
    },
    (request, reply) =>
      context.answers.send(request, reply, Resolution, async () => {
        const value = await resolveAddress(context, request.query.url)
        const ofArticle = value.articleId === null ? [] : [dependencies.article(value.articleId)]
        return { value, dependencies: [dependencies.channels, dependencies.list, ...ofArticle] }
      }),
  )
}
