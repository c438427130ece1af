import { ArticleQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { ArticleList } from '@gazette/schema/list'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { toLinkHeader, toPageLinks } from '../plugins/list-links.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { listArticles } from './article-list.ts'
import { dependenciesOfArticles, dependenciesOfList } from './list-dependencies.ts'

/** `GET /v1/articles`. */
export const articleListRoutes: ApiRoutes = async (app, context) => {
  const { answers, addresses } = context

  app.get(
    '/articles',
    {
      schema: {
        operationId: 'listArticles',
        tags: ['Articles'],
        summary: 'List articles · 文章列表',
        description:
          'Published articles, newest first. Filters add up; pages follow one another by `cursor` and neither repeat nor skip an article.',
        querystring: ArticleQuery,
        response: { 200: ArticleList, ...problemResponses() },
      },
    },
    (request, reply) =>
      answers.send(request, reply, ArticleList, async () => {
        const { query } = request
        const { data, limit, next, previous, total, missing, channelIds } = await listArticles(context, query)
        const links = toPageLinks(addresses, request.url, { next, previous })
        const page = { limit, next, previous, ...(total === undefined ? {} : { total }) }
        return {
          value: { data, page, links, ...(missing ? { missing } : {}) },
          dependencies: [
            ...dependenciesOfList(channelIds),
            ...dependenciesOfArticles(data),
            ...(query.ids ?? []).map(dependencies.article),
          ],
          headers: { link: toLinkHeader(links) },
        }
      }),
  )
}
