import { FeedParams, FeedQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { z } from 'zod'
import { dependenciesOfArticles, dependenciesOfList } from '../articles/list-dependencies.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readFeed } from './read-feed.ts'
import { renderAtom } from './render-atom.ts'
import { renderJsonFeed } from './render-json-feed.ts'
import { renderRss } from './render-rss.ts'

const formats = {
  rss: { render: renderRss, contentType: 'application/rss+xml; charset=utf-8' },
  atom: { render: renderAtom, contentType: 'application/atom+xml; charset=utf-8' },
  json: { render: renderJsonFeed, contentType: 'application/feed+json; charset=utf-8' },
}

const document = z.string().describe('The feed.')

/** `GET /v1/feeds/{format}`. */
export const feedRoutes: ApiRoutes = async (app, context) => {
  app.get(
    '/feeds/:format',
    {
      schema: {
        operationId: 'getFeed',
        tags: ['Feeds'],
        summary: 'A feed to subscribe to · 订阅源',
        description:
          'The 30 newest articles with their whole text, of the site, or of one channel, topic or author. The site shows the same at `/feed.{rss,atom,json}` and `/<channel path>/feed.{rss,atom,json}`.',
        params: FeedParams,
        querystring: FeedQuery,
        response: {
          200: {
            description: 'RSS 2.0, Atom 1.0 (RFC 4287) or JSON Feed 1.1.',
            content: {
              'application/rss+xml': { schema: document },
              'application/atom+xml': { schema: document },
              'application/feed+json': { schema: document },
            },
          },
          ...problemResponses(404),
        },
      },
    },
    (request, reply) =>
      context.answers.sendDocument(request, reply, async () => {
        const { format } = request.params
        const { feed, channelIds } = await readFeed(context, request.query, format)
        const { render, contentType } = formats[format]
        return {
          body: render(feed),
          contentType,
          dependencies: [dependencies.site, ...dependenciesOfList(channelIds), ...dependenciesOfArticles(feed.articles)],
        }
      }),
  )
}
