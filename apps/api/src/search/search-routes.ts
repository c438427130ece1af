import { dependencies } from '@gazette/schema/change-dependencies'
import { SearchQuery, SearchResults, SearchSuggestions, SuggestionQuery } from '@gazette/schema/search'
import { dependenciesOfArticles, dependenciesOfList } from '../articles/list-dependencies.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { toLinkHeader, toPageLinks } from '../plugins/list-links.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { answerSearch } from './answer-search.ts'
import { answerSuggestions } from './answer-suggestions.ts'

const tags = ['Search']

/** `GET /v1/search` and `GET /v1/search/suggestions`. */
export const searchRoutes: ApiRoutes = async (app, context) => {
  const { answers, addresses, search } = context

  app.get(
    '/search',
    {
      schema: {
        operationId: 'searchArticles',
        tags,
        summary: 'Search · 搜索',
        description:
          'Published articles that hold all that is asked for, best first, with the places that match. Width, letter case, simplified and traditional characters make no difference; neither do Chinese and Arabic digits in dates and ordinals.',
        querystring: SearchQuery,
        response: { 200: SearchResults, ...problemResponses() },
      },
    },
    (request, reply) =>
      answers.send(request, reply, SearchResults, async () => {
        const { query } = request
        const { data, next, previous, total, totalIsExact, facets, suggestion, channelIds } = await answerSearch(context, query)
        if (total > 0) search.note(query.q, request.ip)
        const links = toPageLinks(addresses, request.url, { next, previous })
        return {
          value: { data, page: { limit: query.limit, next, previous }, links, total, totalIsExact, facets, suggestion },
          dependencies: [...dependenciesOfList(channelIds), ...dependenciesOfArticles(data.map(({ article }) => article))],
          headers: { link: toLinkHeader(links) },
        }
      }),
  )

  app.get(
    '/search/suggestions',
    {
      schema: {
        operationId: 'suggestQueries',
        tags,
        summary: 'Suggestions while typing · 搜索建议',
        description: 'Queries worth asking that begin with what was typed, by characters, pinyin or initials.',
        querystring: SuggestionQuery,
        response: { 200: SearchSuggestions, ...problemResponses() },
      },
    },
    (request, reply) =>
      answers.send(request, reply, SearchSuggestions, async () => ({
        value: await answerSuggestions(context, request.query),
        dependencies: [dependencies.list],
      })),
  )
}
