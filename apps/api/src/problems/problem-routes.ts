import { EmptyQuery } from '@gazette/schema/article-query'
import { ProblemCode, problemCodes } from '@gazette/schema/problem'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import type { ApiRoutes } from '../plugins/api-context.ts'
import { problemResponses } from '../plugins/problem-responses.ts'
import { problemCatalogue } from './problem-catalogue.ts'

const Words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words', description: 'The same in Chinese and in English.' })

const ProblemDefinition = z
  .object({ code: ProblemCode, type: z.url(), status: z.int(), title: Words, meaning: Words })
  .meta({ id: 'ProblemDefinition', description: 'A problem the API can answer, and what to do about it.' })

const ProblemCatalogue = z
  .object({ data: z.array(ProblemDefinition) })
  .meta({ id: 'ProblemCatalogue', description: 'All problems the API can answer.' })

/** `GET /v1/problems`: the pages the `type` of a problem leads to. */
export const problemRoutes: ApiRoutes = async (app, { answers, addresses }) => {
  const toDefinition = (code: ProblemCode) => ({ code, type: addresses.problem(code), ...problemCatalogue[code] })

  app.get(
    '/problems',
    {
      schema: {
        operationId: 'listProblems',
        tags: ['Errors'],
        summary: 'The error catalogue · 错误目录',
        description: 'Every problem the API can answer, with its meaning in both languages.',
        querystring: EmptyQuery,
        response: { 200: ProblemCatalogue, ...problemResponses() },
      },
    },
    (request, reply) =>
      answers.send(request, reply, ProblemCatalogue, async () => ({ value: { data: problemCodes.map(toDefinition) }, dependencies: [] })),
  )

  app.get(
    '/problems/:code',
    {
      schema: {
        operationId: 'getProblem',
        tags: ['Errors'],
        summary: 'One problem · 一种错误',
        description: 'What a problem means and what to do about it.',
        params: z.strictObject({ code: z.string().max(100).describe('Code of a problem.') }),
        querystring: EmptyQuery,
        response: { 200: ProblemDefinition, ...problemResponses(404) },
      },
    },
    (request, reply) =>
      answers.send(request, reply, ProblemDefinition, async () => {
        const code = problemCodes.find((known) => known === request.params.code)
        if (code === undefined) throw new NotFound('not-found')
        return { value: toDefinition(code), dependencies: [] }
      }),
  )
}
