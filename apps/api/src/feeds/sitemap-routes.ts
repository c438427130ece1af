import type { ArticleSummary } from '@gazette/schema/article'
import { ArticleQuery, EmptyQuery, SitemapParams } from '@gazette/schema/article-query'
import { dependencies } from '@gazette/schema/change-dependencies'
import { z } from 'zod'
import { listArticles } from '../articles/article-list.ts'
import { NotFound } from '../errors.ts'
import type { FoundDocument } from '../plugins/answers.ts'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { readSite } from '../site/site-facts.ts'
import { toZonedInstant } from '../time-zone.ts'
import { readArticlePages, readChannelPages, readSitemapIndex } from './read-sitemaps.ts'
import { renderNewsSitemap } from './render-news-sitemap.ts'
import { renderSitemapIndex, renderSitemaps, type SitemapEntry } from './render-sitemap.ts'

const contentType = 'application/xml; charset=utf-8'
const newsDays = 2
const newsPageSize = 100
const newsPages = 10
const newsLifetimeSeconds = 300

const renderPages = async (pages: SitemapEntry[]): Promise<string> => {
  for await (const { xml } of renderSitemaps(pages)) return xml
  throw new NotFound('not-found')
}

const readNews = async (context: ApiContext): Promise<ArticleSummary[]> => {
  const from = toZonedInstant(context.clock() - newsDays * 24 * 60 * 60 * 1000, context.timeZone)
  const found: ArticleSummary[] = []
  let cursor: string | undefined
  for (let page = 0; page < newsPages; page += 1) {
    const { data, next } = await listArticles(context, ArticleQuery.parse({ from, limit: newsPageSize, cursor }))
    found.push(...(data as ArticleSummary[]))
    if (next === null) break
    cursor = next
  }
  return found
}

const findSitemap = async (context: ApiContext, name: string): Promise<FoundDocument> => {
  const dependsOn = [dependencies.list, dependencies.channels, dependencies.site]
  const found = { contentType, dependencies: dependsOn }
  if (name === 'index') return { ...found, body: renderSitemapIndex(await readSitemapIndex(context)) }
  if (name === 'channels') return { ...found, body: await renderPages(await readChannelPages(context)) }
  if (name !== 'news') return { ...found, body: await renderPages(await readArticlePages(context, Number(name))) }
  const site = await readSite(context.store, context)
  const body = renderNewsSitemap({ site, home: context.addresses.home, articles: await readNews(context), now: context.clock() })
  // News grow old without anything being written.
  return { ...found, body, lifetimeSeconds: newsLifetimeSeconds }
}

/** `GET /v1/sitemaps/{name}`. */
export const sitemapRoutes: ApiRoutes = async (app, context) => {
  app.get(
    '/sitemaps/:name',
    {
      schema: {
        operationId: 'getSitemap',
        tags: ['Feeds'],
        summary: 'Sitemaps for search engines · 站点地图',
        description:
          '`index.xml` names all parts; `channels.xml` lists channels, `1.xml` and so on articles, at most 50,000 each; `news.xml` the articles of the last two days, or the home page when there are none. The site shows the same at `/sitemap.xml`, `/sitemaps/{name}` and `/news-sitemap.xml`.',
        params: SitemapParams,
        querystring: EmptyQuery,
        response: {
          200: {
            description: 'A sitemap (sitemaps.org).',
            content: { 'application/xml': { schema: z.string().describe('The sitemap.') } },
          },
          ...problemResponses(404),
        },
      },
    },
    (request, reply) => context.answers.sendDocument(request, reply, () => findSitemap(context, request.params.name.replace(/\.xml$/, ''))),
  )
}
