import { type Example, type Examples, mediaTypeOf } from './openapi-examples.ts'
import { headersOf } from './openapi-headers.ts'
import { isRecord, type JsonRecord } from './openapi-schema.ts'

const componentByStatus: Record<string, string> = {
  304: 'NotModified',
  400: 'BadRequest',
  401: 'Unauthorized',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  410: 'Gone',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
}

const withHeaders = (response: JsonRecord, answers: readonly Example[]): JsonRecord => {
  const headers = headersOf(answers)
  return Object.keys(headers).length === 0 ? response : { ...response, headers }
}

const toExamples = (answers: readonly Example[]): JsonRecord =>
  Object.fromEntries(answers.map(({ name, summary, body }) => [name, { summary, value: body }]))

const withExamples = (content: unknown, answers: readonly Example[]): JsonRecord => {
  if (!isRecord(content)) return {}
  const types = Object.entries(content).map(([type, media]) => {
    const examples = toExamples(answers.filter((answer) => mediaTypeOf(answer) === type))
    return [type, isRecord(media) && Object.keys(examples).length > 0 ? { ...media, examples } : media]
  })
  return { content: Object.fromEntries(types) }
}

const describeResponse = (response: JsonRecord, answers: readonly Example[]): JsonRecord => {
  const { description, content, ...rest } = response
  const described = { description: description === 'Default Response' ? '成功。Success.' : description, ...rest }
  return { ...withHeaders(described, answers), ...withExamples(content, answers) }
}

const notModified = (answers: readonly Example[]): JsonRecord => ({
  description: '自上次以来没有变化。Nothing has changed since the answer whose `ETag` was sent in `If-None-Match`.',
  // A 304 has the headers of the 200 that tell how long it is good for (RFC 9110 §15.4.5).
  headers: headersOf(answers.map((answer) => ({ ...answer, headers: withoutWords(answer.headers) }))),
})

const withoutWords = ({ link: _, 'content-disposition': __, ...headers }: Record<string, string>): Record<string, string> => headers

const problem = (description: string): JsonRecord => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** What the plugins answer wherever there is a quota. */
const refusals: Record<string, JsonRecord> = {
  401: problem('令牌无效。The token that was sent is not valid.'),
  429: problem('超出配额。The quota is used up.'),
}

export type Shared = Map<string, JsonRecord>

/** A reference to the shared response of a status, put there the first time; a response unlike it stays where it is. */
const share = (shared: Shared, status: string, response: JsonRecord): JsonRecord => {
  const name = componentByStatus[status]
  if (name === undefined) return response
  const first = shared.get(name) ?? response
  shared.set(name, first)
  return JSON.stringify(first) === JSON.stringify(response) ? { $ref: `#/components/responses/${name}` } : response
}

/** Responses with real headers and examples; 304 where there is a validator, 401 and 429 where there is a quota; problems shared by all operations. */
export const describeResponses = (
  responses: JsonRecord,
  operationId: string,
  { operations, problems }: Examples,
  shared: Shared,
): JsonRecord => {
  const own = operations[operationId] ?? []
  const described = Object.entries(responses).map(([status, response]): [string, unknown] => {
    if (!isRecord(response)) return [status, response]
    if (Number(status) < 300)
      return [
        status,
        describeResponse(
          response,
          own.filter((answer) => answer.status === Number(status)),
        ),
      ]
    const refused = problems.filter((problem) => problem.status === Number(status))
    return [status, share(shared, status, describeResponse(response, refused))]
  })
  const has = (header: string): boolean => own.some(({ headers }) => headers[header] !== undefined)
  const refused = Object.entries(refusals).map(([status, response]): [string, unknown] => {
    const answers = problems.filter((answer) => answer.status === Number(status))
    return [status, share(shared, status, describeResponse(response, answers))]
  })
  return Object.fromEntries([
    ...described,
    ...(has('etag') ? [['304', share(shared, '304', notModified(own))]] : []),
    ...(has('ratelimit') ? refused : []),
  ])
}
