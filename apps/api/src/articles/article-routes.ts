import { Article } from '@gazette/schema/article'
import { ArticleParams, ArticleReadQuery, EmptyQuery, RelatedQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { ArticleNeighbours, RelatedArticles } from '@gazette/schema/list'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readArticleDocument } from './article-document.ts'
import { getNeighbours } from './article-neighbours.ts'
import { articleShortcut, toArticleDocument } from './article-shortcut.ts'
import { dependenciesOfArticles } from './list-dependencies.ts'
import { listRelated } from './related-articles.ts'

const tags = ['Articles']

/** `GET /v1/articles/{id}` and what stands below it. */
export const articleRoutes: ApiRoutes = async (app, context) => {
  const { answers } = context

  app.get(
    '/articles/:id',
    {
      schema: {
        operationId: 'getArticle',
        tags,
        summary: 'Read one article · 读取一篇文章',
        description:
          'One article with its body as typed blocks, or as HTML, Markdown or plain text. A withdrawn article is still here, with its notice.',
        params: ArticleParams,
        querystring: ArticleReadQuery,
        response: { 200: Article, ...problemResponses(404, 410) },
      },
    },
    (request, reply) =>
      answers.sendDocument(request, reply, async () =>
        toArticleDocument(request.params.id, await readArticleDocument(context, request.params.id, request.query.body)),
      ),
  )
  answers.addShortcut(articleShortcut(context))

  app.get(
    '/articles/:id/related',
    {
      schema: {
        operationId: 'listRelatedArticles',
        tags,
        summary: 'Related articles · 相关文章',
        description: 'Articles that share the most topics with this one, then the newest of its channel.',
        params: ArticleParams,
        querystring: RelatedQuery,
        response: { 200: RelatedArticles, ...problemResponses(404, 410) },
      },
    },
    (request, reply) =>
      answers.send(request, reply, RelatedArticles, async () => {
        const data = await listRelated(context, request.params.id, request.query.limit)
        return {
          value: { data },
          dependencies: [
            dependencies.channels,
            dependencies.list,
            dependencies.article(request.params.id),
            ...dependenciesOfArticles(data),
          ],
        }
      }),
  )

  app.get(
    '/articles/:id/neighbours',
    {
      schema: {
        operationId: 'getArticleNeighbours',
        tags,
        summary: 'Previous and next article · 上一篇与下一篇',
        description: 'The articles of the same channel published just before and just after this one.',
        params: ArticleParams,
        querystring: EmptyQuery,
        response: { 200: ArticleNeighbours, ...problemResponses(404, 410) },
      },
    },
    (request, reply) =>
      answers.send(request, reply, ArticleNeighbours, async () => {
        const { channelId, ...value } = await getNeighbours(context, request.params.id)
        const shown = dependenciesOfArticles([value.previous, value.next])
        return {
          value,
          dependencies: [dependencies.channels, dependencies.listOf(channelId), dependencies.article(request.params.id), ...shown],
        }
      }),
  )
}
