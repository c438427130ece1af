import { Problem } from '@gazette/schema/problem'
import type { z } from 'zod'
import type { Answer } from './answer.ts'
import { ApiUnavailable } from './api-unavailable.ts'

/** The part of `fetch` that reading needs. */
export type Fetch = (url: string, options: { headers: Record<string, string>; signal: AbortSignal; redirect: 'error' }) => Promise<Response>

export type ReadOptions = { fetch: Fetch; timeoutMs: number; onDependencies: (dependencies: string[]) => void }

const parseAs = <T>(schema: z.ZodType<T>, value: unknown, url: string): T => {
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ApiUnavailable(`${url} answered outside the contract: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  }
  return parsed.data
}

/** A list of a channel that is not there is refused with 400; for a reader it is simply missing. */
const namesUnknownChannel = (status: number, body: unknown): boolean =>
  status === 400 && (Problem.safeParse(body).data?.errors ?? []).some(({ code }) => code === 'unknown-channel')

/**
 * Reads one answer of the API and checks it against its schema.
 * 404 and 410 are values; everything else that is not the promised answer throws `ApiUnavailable`.
 */
export const readJson = async <T>(url: string, schema: z.ZodType<T>, options: ReadOptions): Promise<Answer<T>> => {
  let response: Response
  let body: unknown
  try {
    response = await options.fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(options.timeoutMs),
      redirect: 'error',
    })
    body = await response.json()
  } catch (error) {
    throw new ApiUnavailable(`${url} did not answer`, { cause: error })
  }
  options.onDependencies(
    (response.headers.get('cache-tag') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  )
  if (response.status === 404 || namesUnknownChannel(response.status, body)) return { status: 'missing' }
  if (response.status === 410) return { status: 'gone', reason: Problem.safeParse(body).data?.detail ?? '' }
  if (!response.ok) throw new ApiUnavailable(`${url} answered ${response.status}`, { status: response.status })
  return { status: 'found', value: parseAs(schema, body, url) }
}
