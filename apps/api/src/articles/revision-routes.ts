import { ArticleParams, EmptyQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { ArticleRevisions } from '@gazette/schema/revision'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { listRevisions } from './article-revisions.ts'

/** `GET /v1/articles/{id}/revisions`. */
export const revisionRoutes: ApiRoutes = async (app, context) => {
  app.get(
    '/articles/:id/revisions',
    {
      schema: {
        operationId: 'listArticleRevisions',
        tags: ['Articles'],
        summary: 'Published revisions · 已发布的修订',
        description: 'Every state of the article that readers have seen, newest first, with the hash of its content.',
        params: ArticleParams,
        querystring: EmptyQuery,
        response: { 200: ArticleRevisions, ...problemResponses(404, 410) },
      },
    },
    (request, reply) =>
      context.answers.send(request, reply, ArticleRevisions, async () => {
        const { id } = request.params
        return { value: { data: await listRevisions(context, id) }, dependencies: [dependencies.article(id)] }
      }),
  )
}
