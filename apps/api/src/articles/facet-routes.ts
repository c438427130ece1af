import { AuthorFacets, FacetQuery, SourceFacets, TopicFacets } from '@gazette/schema/facet'
import type { z } from 'zod'
import type { ApiContext, ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { type Facets, listAuthors, listSources, listTopics } from './facet-queries.ts'
import { dependenciesOfList } from './list-dependencies.ts'

const operations = [
  {
    url: '/topics',
    schema: TopicFacets,
    list: listTopics,
    operationId: 'listTopics',
    summary: 'Subjects with counts · 主题及文章数',
    description: 'Subjects of published articles, most articles first. Filter lists with `topic=<slug>`.',
  },
  {
    url: '/authors',
    schema: AuthorFacets,
    list: listAuthors,
    operationId: 'listAuthors',
    summary: 'Authors with counts · 作者及文章数',
    description: 'Authors of published articles as named in print, most articles first. Filter lists with `author=<name>`.',
  },
  {
    url: '/sources',
    schema: SourceFacets,
    list: listSources,
    operationId: 'listSources',
    summary: 'Sources with counts · 来源及文章数',
    description: 'Who published first (ContentSource), most articles first. Filter lists with `source=<name>`.',
  },
] as const

type ListFacets = (context: ApiContext, query: FacetQuery) => Promise<Facets<unknown>>

/** `GET /v1/topics`, `/v1/authors` and `/v1/sources`. */
export const facetRoutes: ApiRoutes = async (app, context) => {
  for (const { url, schema, list, operationId, summary, description } of operations) {
    const answer: z.ZodType = schema
    const listFacets: ListFacets = list
    app.get(
      url,
      {
        schema: {
          operationId,
          tags: ['Facets'],
          summary,
          description,
          querystring: FacetQuery,
          response: { 200: answer, ...problemResponses() },
        },
      },
      (request, reply) =>
        context.answers.send(request, reply, answer, async () => {
          const { data, channelIds } = await listFacets(context, request.query)
          return { value: { data }, dependencies: dependenciesOfList(channelIds) }
        }),
    )
  }
}
