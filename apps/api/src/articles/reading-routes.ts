import { ArticleParams, RelatedQuery } from '@gazette/schema/article-query'
import { ArticleReading } from '@gazette/schema/reading'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readArticleReading } from './article-reading.ts'

/** `GET /v1/articles/{id}/reading`. */
export const readingRoutes: ApiRoutes = async (app, context) => {
  app.get(
    '/articles/:id/reading',
    {
      schema: {
        operationId: 'readArticle',
        tags: ['Articles'],
        summary: 'An article with what stands around it · 文章及其前后与相关',
        description:
          'Everything a page about one article shows, in one answer: the article with its body as blocks, related articles, the previous and the next one, and its views.',
        params: ArticleParams,
        querystring: RelatedQuery,
        response: { 200: ArticleReading, ...problemResponses(404, 410) },
      },
    },
    (request, reply) =>
      context.answers.sendDocument(request, reply, () => readArticleReading(context, request.params.id, request.query.limit)),
  )
}
