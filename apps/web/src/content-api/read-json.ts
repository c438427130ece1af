import { Problem } from '@gazette/schema/problem'
import type { z } from 'zod'
import type { Answer } from './answer.ts'
import { ApiUnavailable } from './api-unavailable.ts'
import type { ApiResponse, Ask } from './ask-api.ts'
import { parseOnce } from './parse-once.ts'

export type ReadOptions = {
  ask: Ask
  timeoutMs: number
  onDependencies: (dependencies: string[]) => void
  /** Called when the API gave its last good answer for want of a new one. */
  onStandIn: () => void
}

/** Whether this is the API's last good answer, given while its database is away: true a moment ago, to be asked for again. */
export const isStandIn = ({ headers }: ApiResponse): boolean => headers['cache-control'] === 'no-cache'

/** What an answer depends on, as the API names it. */
export const dependenciesOf = ({ headers }: ApiResponse): string[] =>
  [headers['cache-tag'] ?? '']
    .flat()
    .flatMap((tags) => tags.split(','))
    .map((tag) => tag.trim())
    .filter(Boolean)

const parseJson = (body: Buffer): unknown => JSON.parse(body.toString())

const parseAs = <T>(schema: z.ZodType<T>, body: Buffer, path: string): T => {
  const parsed = parseOnce(schema, body)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ApiUnavailable(`${path} answered outside the contract: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  }
  return parsed.data
}

/** A list of a channel that is not there is refused with 400; for a reader it is simply missing. */
const namesUnknownChannel = ({ status, errors = [] }: Problem): boolean =>
  status === 400 && errors.some(({ code }) => code === 'unknown-channel')

/** Only the API itself may say that something is not there: another server in its place says 404, too. */
const toProblem = ({ status, body }: ApiResponse, path: string): Problem => {
  const problem = Problem.safeParse(parseJson(body))
  if (problem.data?.status === status) return problem.data
  throw new ApiUnavailable(`${path} answered ${status} outside the contract`)
}

/**
 * Reads one answer of the API and checks it against its schema.
 * 404 and 410 are values; everything else that is not the promised answer throws `ApiUnavailable`.
 */
export const readJson = async <T>(path: string, schema: z.ZodType<T>, options: ReadOptions): Promise<Answer<T>> => {
  try {
    const response = await options.ask(path, options.timeoutMs)
    options.onDependencies(dependenciesOf(response))
    if (isStandIn(response)) options.onStandIn()
    const { status } = response
    if (status === 200) return { status: 'found', value: parseAs(schema, response.body, path) }
    if (status !== 400 && status !== 404 && status !== 410) throw new ApiUnavailable(`${path} answered ${status}`, { status })
    const problem = toProblem(response, path)
    if (status === 410) return { status: 'gone', reason: problem.detail }
    if (status === 404 || namesUnknownChannel(problem)) return { status: 'missing' }
    throw new ApiUnavailable(`${path} answered ${status}`, { status })
  } catch (error) {
    if (error instanceof ApiUnavailable) throw error
    throw new ApiUnavailable(`${path} did not answer`, { cause: error })
  }
}
