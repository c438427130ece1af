import type { Example } from './openapi-examples.ts'
import type { JsonRecord } from './openapi-schema.ts'

const text = (description: string): JsonRecord => ({ description, schema: { type: 'string' } })

/** Headers a consumer may want to know of, by the name of their component and in lower case. */
const documented: Record<string, { component: string; header: JsonRecord }> = {
  etag: {
    component: 'ETag',
    header: text('内容标识，强校验。Strong validator of the bytes sent (RFC 9110 §8.8.3): send it back in `If-None-Match`.'),
  },
  'cache-control': { component: 'CacheControl', header: text('缓存规则。How long the answer may be kept (RFC 9111).') },
  vary: { component: 'Vary', header: text('影响回答的请求头。Request headers the answer depends on.') },
  link: { component: 'Link', header: text('翻页链接。The links of the page (RFC 8288), as in `links`.') },
  'content-language': { component: 'ContentLanguage', header: text('文字所用语言。Language of the words, chosen by `Accept-Language`.') },
  'content-disposition': { component: 'ContentDisposition', header: text('建议的文件名。The suggested file name.') },
  'access-control-allow-origin': {
    component: 'AccessControlAllowOrigin',
    header: text('允许网页跨域读取。Any page may read the answer (Fetch standard).'),
  },
  allow: { component: 'Allow', header: text('允许的方法。Methods this address has.') },
  'x-request-id': { component: 'RequestId', header: text('请求编号。Identifies the request; give it when you report a problem.') },
  ratelimit: { component: 'RateLimit', header: text('剩余配额。What is left of the quota, and when it is renewed.') },
  'ratelimit-policy': { component: 'RateLimitPolicy', header: text('配额规则。The quota: requests and seconds.') },
  'www-authenticate': { component: 'WwwAuthenticate', header: text('应提供的凭据。What to send to be let in (RFC 6750 §3).') },
  'retry-after': {
    component: 'RetryAfter',
    header: { description: '多少秒后再试。Seconds after which to try again.', schema: { type: 'integer', minimum: 0 } },
  },
  deprecation: { component: 'Deprecation', header: text('自何时起不建议使用。Since when the operation is deprecated (RFC 9745).') },
  sunset: { component: 'Sunset', header: text('何时停止服务。When the operation will stop answering (RFC 8594).') },
}

/** The `headers` of a response: references to those of the documented headers that real answers had. */
export const headersOf = (answers: readonly Example[]): JsonRecord => {
  const names = new Set(answers.flatMap(({ headers }) => Object.keys(headers)))
  return Object.fromEntries(
    Object.entries(documented).flatMap(([name, { component }]) =>
      names.has(name) ? [[headerNameOf(name), { $ref: `#/components/headers/${component}` }]] : [],
    ),
  )
}

/** `etag` as people write it. */
const headerNameOf = (name: string): string =>
  name === 'etag' ? 'ETag' : name.replace('ratelimit', 'RateLimit').replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase())

const sentValue = (name: string, answers: readonly Example[]): string | number | undefined => {
  const value = answers.find(({ headers }) => headers[name] !== undefined)?.headers[name]
  return value !== undefined && name === 'retry-after' ? Number(value) : value
}

/** The components behind `headersOf`, each with a value that was really sent. */
export const headerComponents = (answers: readonly Example[]): JsonRecord =>
  Object.fromEntries(
    Object.entries(documented).flatMap(([name, { component, header }]) => {
      const example = sentValue(name, answers)
      return example === undefined ? [] : [[component, { ...header, example }]]
    }),
  )
