import type { ProblemCode } from '@gazette/schema/problem'
import type { Words } from './words.ts'

export type ProblemEntry = { status: number; title: Words; meaning: Words }

/** Every problem the API can answer: its status, its title and what to do about it. The catalogue pages are made from it. */
export const problemCatalogue: Record<ProblemCode, ProblemEntry> = {
  'invalid-request': {
    status: 400,
    title: { zh: '请求无效', en: 'The request is invalid' },
    meaning: {
      zh: '请求不符合 HTTP 或地址编码规则，请检查后重试。',
      en: 'The request breaks the rules of HTTP or of address encoding. Correct it and try again.',
    },
  },
  'invalid-parameter': {
    status: 400,
    title: { zh: '参数取值无效', en: 'A parameter has a value that cannot be used' },
    meaning: {
      zh: '`errors` 逐一列出无效的参数。参数不会被忽略，也不会被悄悄改成别的值。',
      en: '`errors` names each parameter. Values are never ignored or silently changed.',
    },
  },
  'unknown-parameter': {
    status: 400,
    title: { zh: '未知参数', en: 'Unknown parameter' },
    meaning: {
      zh: '该操作没有这个参数，可能是拼写错误。参见接口文档。',
      en: 'The operation has no such parameter; it may be misspelt. See the documentation.',
    },
  },
  'invalid-cursor': {
    status: 400,
    title: { zh: '游标无效', en: 'The cursor cannot be used' },
    meaning: {
      zh: '游标已损坏，或属于另一组筛选条件。请从第一页重新开始。',
      en: 'The cursor is damaged or belongs to other filters. Start again from the first page.',
    },
  },
  'invalid-body': {
    status: 400,
    title: { zh: '请求正文无效', en: 'The body of the request is invalid' },
    meaning: { zh: '`errors` 用 JSON Pointer 指出每一处错误。', en: '`errors` points at each mistake with a JSON Pointer.' },
  },
  'authentication-required': {
    status: 401,
    title: { zh: '需要令牌', en: 'A token is needed' },
    meaning: {
      zh: '请在 `Authorization: Bearer` 中附上令牌。读取公开内容无需令牌。',
      en: 'Send a token in `Authorization: Bearer`. Reading what is public needs none.',
    },
  },
  'invalid-token': {
    status: 401,
    title: { zh: '令牌无效', en: 'The token is not valid' },
    meaning: {
      zh: '令牌不存在、已过期或已吊销，或 `Authorization` 不是 `Bearer gzt_…`。请更换令牌；读取公开内容可以去掉 `Authorization`。',
      en: 'The token is unknown, expired or revoked, or `Authorization` is not `Bearer gzt_…`. Use another token; to read what is public, leave `Authorization` out.',
    },
  },
  forbidden: {
    status: 403,
    title: { zh: '权限不足', en: 'The token does not allow this' },
    meaning: { zh: '令牌有效，但其角色不允许此操作。', en: 'The token is valid, but its role does not include this.' },
  },
  'not-found': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    meaning: { zh: '地址不存在，或从未公开。', en: 'The address does not exist, or was never public.' },
  },
  'article-not-found': {
    status: 404,
    title: { zh: '没有这篇文章', en: 'There is no such article' },
    meaning: { zh: '文章不存在，或从未发布。', en: 'The article does not exist, or was never published.' },
  },
  'channel-not-found': {
    status: 404,
    title: { zh: '没有这个栏目', en: 'There is no such channel' },
    meaning: { zh: '栏目不存在。全部栏目见 `/v1/channels`。', en: 'The channel does not exist. `/v1/channels` lists all of them.' },
  },
  'article-removed': {
    status: 410,
    title: { zh: '文章已被移除', en: 'The article has been removed' },
    meaning: {
      zh: '文章曾经发布，现已移除，不会恢复。请删除您保存的副本。',
      en: 'The article was published once and has been removed for good. Delete your copies.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '不支持这个方法', en: 'The method is not allowed here' },
    meaning: { zh: '`Allow` 头列出此地址支持的方法。', en: 'The `Allow` header lists the methods of this address.' },
  },
  'not-acceptable': {
    status: 406,
    title: { zh: '无法提供所要求的格式', en: 'None of the accepted formats is available' },
    meaning: { zh: '请在 `Accept` 中包含 `application/json`。', en: 'Include `application/json` in `Accept`.' },
  },
  conflict: {
    status: 409,
    title: { zh: '与当前状态冲突', en: 'The step is not possible in the present state' },
    meaning: { zh: '`detail` 说明允许的步骤。', en: '`detail` names the steps that are possible.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不支持的正文格式', en: 'The format of the body is not supported' },
    meaning: { zh: '请使用 `application/json`。读取请求不应带正文。', en: 'Use `application/json`. Reading requests carry no body.' },
  },
  'payload-too-large': {
    status: 413,
    title: { zh: '请求正文过大', en: 'The body of the request is too large' },
    meaning: { zh: '请缩小请求正文。', en: 'Send a smaller body.' },
  },
  'uri-too-long': {
    status: 414,
    title: { zh: '地址过长', en: 'The address is too long' },
    meaning: { zh: '请缩短地址或减少参数。', en: 'Shorten the address or send fewer parameters.' },
  },
  'header-too-large': {
    status: 431,
    title: { zh: '请求头过大', en: 'The headers of the request are too large' },
    meaning: { zh: '请减少请求头或缩短地址。', en: 'Send fewer or shorter headers, or a shorter address.' },
  },
  'request-timeout': {
    status: 408,
    title: { zh: '请求超时', en: 'The request took too long to arrive' },
    meaning: { zh: '请重新发送请求。', en: 'Send the request again.' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    meaning: { zh: '请在 `Retry-After` 所示秒数之后重试。', en: 'Try again after the seconds in `Retry-After`.' },
  },
  'internal-error': {
    status: 500,
    title: { zh: '服务器内部错误', en: 'Something went wrong on our side' },
    meaning: { zh: '错误已记录。联系我们时请附上 `instance`。', en: 'The error is in our log. Quote `instance` when you contact us.' },
  },
  'service-unavailable': {
    status: 503,
    title: { zh: '服务暂时不可用', en: 'The service is unavailable for now' },
    meaning: { zh: '请在 `Retry-After` 所示秒数之后重试。', en: 'Try again after the seconds in `Retry-After`.' },
  },
}
