import { ArticleParams, EmptyQuery } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { ArticleViews } from '@gazette/schema/view'
import { Invalid } from '../errors.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { callerOf } from '../plugins/caller-of.ts'
import { acceptsJson } from '../plugins/check-request.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { isPerson } from './is-person.ts'
import { readViews, viewsLifetimeSeconds } from './read-views.ts'
import { createSeenLately } from './seen-lately.ts'

/** `GET /v1/articles/{id}/views`, and `POST` by which the site tells of a reader who sees the article. */
export const viewRoutes: ApiRoutes = async (app, context) => {
  const { answers, store, clock, viewCounter: counter } = context
  const seen = createSeenLately(clock)
  counter.start()
  app.addHook('onClose', () => counter.stop())
  app.addHook('onRequest', (request, _reply, done) => {
    done(acceptsJson(request.headers.accept) ? undefined : new Invalid('not-acceptable'))
  })

  app.get(
    '/articles/:id/views',
    {
      schema: {
        operationId: 'getArticleViews',
        tags: ['Articles'],
        summary: 'Views of an article · 浏览次数',
        description: 'How often people saw the article on the site. Counted without cookies and kept as a sum only; up to a minute old.',
        params: ArticleParams,
        querystring: EmptyQuery,
        response: { 200: ArticleViews, ...problemResponses(404, 410) },
      },
    },
    (request, reply) =>
      answers.send(request, reply, ArticleViews, async () => {
        const { id } = request.params
        const views = (await readViews(store, id)) + counter.pending(id)
        return { value: { articleId: id, views }, dependencies: [dependencies.article(id)], lifetimeSeconds: viewsLifetimeSeconds }
      }),
  )

  // What the site's own script sends; it may change with it, so the public description leaves it out.
  app.post(
    '/articles/:id/views',
    { schema: { hide: true, params: ArticleParams, querystring: EmptyQuery }, bodyLimit: 1024 },
    async (request, reply) => {
      const { id } = request.params
      const written = await readViews(store, id)
      const program = request.headers['user-agent']
      const { key: address } = callerOf(request.raw)
      if (isPerson(program) && seen.isNew({ address, program: program ?? '', articleId: id })) counter.count(id)
      const views = written + counter.pending(id)
      return answers.sendOnce(request, reply, ArticleViews, { value: { articleId: id, views }, headers: { 'cache-control': 'no-store' } })
    },
  )
}
