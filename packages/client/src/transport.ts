import { createAnswerCache } from './answer-cache.ts'
import type { RequestOptions, Settings } from './client-options.ts'
import { isPassing, ProblemError, UnexpectedAnswerError } from './errors.ts'
import { fetchOnce, parseJson } from './fetch-once.ts'
import { retryDelayMilliseconds } from './retry-delay.ts'

/** Parameters of a request; those that are undefined are not sent, lists are joined by commas. */
export type QueryParameters = Readonly<Record<string, string | number | readonly string[] | undefined>>

export type Transport = {
  /** Reads JSON. A state the client has already costs a 304. */
  get<T>(path: string, query?: QueryParameters, options?: RequestOptions): Promise<T>
  /** Opens an answer that is read piece by piece; the time limit is for its beginning. */
  open(path: string, options?: RequestOptions): Promise<Response>
}

const toUrl = (apiUrl: string, path: string, query: QueryParameters = {}): string => {
  const url = new URL(path, apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, typeof value === 'object' ? value.join(',') : String(value))
  }
  return url.href
}

/** Repeats work that failed for a reason that passes, as often and as patiently as the settings allow. */
const persist = async <T>(
  { retries, retryAfterMaximumSeconds, random, sleep }: Settings,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  for (let repetition = 1; ; repetition += 1) {
    try {
      return await work()
    } catch (error) {
      const asked = error instanceof ProblemError || error instanceof UnexpectedAnswerError ? error.retryAfterSeconds : null
      if (!isPassing(error) || repetition > retries || (asked ?? 0) > retryAfterMaximumSeconds) throw error
      await sleep(retryDelayMilliseconds(repetition, asked, random()), signal)
    }
  }
}

/** Requests with a time limit, repetition and memory. */
export const createTransport = (settings: Settings): Transport => {
  const cache = createAnswerCache(settings.cacheMaximumCharacters)

  const getOnce = (url: string, request: RequestOptions): Promise<unknown> => {
    const cached = cache.find(url)
    const headers = { accept: 'application/json', ...(cached ? { 'if-none-match': cached.etag } : {}) }
    return fetchOnce(settings, url, headers, request, async (response) => {
      if (response.status === 304 && cached) return JSON.parse(cached.text)
      const text = await response.text()
      const value = parseJson(text)
      if (value === undefined) throw new UnexpectedAnswerError('The answer is not JSON', response.status)
      const etag = response.headers.get('etag')
      if (etag !== null) cache.keep(url, { etag, text })
      return value
    })
  }

  return {
    get: async <T>(path: string, query?: QueryParameters, request: RequestOptions = {}) => {
      const url = toUrl(settings.apiUrl, path, query)
      // The contract is what the API promises and tests; the client does not check it again at the cost of its size.
      return (await persist(settings, request.signal, () => getOnce(url, request))) as T
    },
    open: (path, request = {}) => {
      const url = toUrl(settings.apiUrl, path)
      const headers = { accept: 'application/x-ndjson' }
      return persist(settings, request.signal, () => fetchOnce(settings, url, headers, request, async (response) => response))
    },
  }
}
