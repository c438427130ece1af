import type { Sleep } from './sleep.ts'

/** How a client behaves. Only the address is needed. */
export type ClientOptions = {
  /** Public address of the API, for example `https://api.example.org`. */
  apiUrl: string
  /** From the site's operators, `gzt_…`: raises the quota. Sent to `apiUrl` alone. */
  token?: string
  /** Language of messages in problems; the API's own choice when absent. */
  language?: 'zh-CN' | 'en'
  /** How long one attempt may take; 30,000 when absent. A long poll gets its waiting time on top. */
  timeoutMilliseconds?: number
  /** How often a request is repeated after 429, 502, 503, 504 or a broken connection; 3 when absent. */
  retries?: number
  /** A longer `Retry-After` is not waited for but thrown; 60 when absent. */
  retryAfterMaximumSeconds?: number
  /** Room for answers that are asked for again with their ETag; 8,000,000 characters when absent, 0 keeps none. */
  cacheMaximumCharacters?: number
  /** The platform's own when absent. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  sleep?: Sleep
  /** Milliseconds since the Unix epoch. */
  now?: () => number
  /** From 0 up to 1; spreads repetitions. */
  random?: () => number
}

/** What can be said about a single request. */
export type RequestOptions = {
  /** Gives up when it fires; its reason is thrown. */
  signal?: AbortSignal | undefined
  /** How long one attempt may take, instead of what the client was made with. */
  timeoutMilliseconds?: number | undefined
}

/** Everything of the options, with what stands in for what is absent. */
export type Settings = Required<Omit<ClientOptions, 'token' | 'language'>> & { readonly headers: Readonly<Record<string, string>> }

export const toSettings = (options: ClientOptions, platform: Pick<Settings, 'fetch' | 'sleep' | 'now' | 'random'>): Settings => {
  const { token, language, ...rest } = options
  // Callers without a type checker may pass undefined for what they leave open.
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest
  return {
    timeoutMilliseconds: 30_000,
    retries: 3,
    retryAfterMaximumSeconds: 60,
    cacheMaximumCharacters: 8_000_000,
    ...platform,
    ...given,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(language === undefined ? {} : { 'accept-language': language }),
    },
  }
}
