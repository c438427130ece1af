import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Invalid } from '../errors.ts'

const urlLengthMaximum = 8_192

const isDecodable = (url: string): boolean => {
  try {
    decodeURIComponent(url.replaceAll('+', ' '))
    return true
  } catch {
    return false
  }
}

const accepted = /(^|,)\s*(\*\/\*|application\/\*|application\/json|application\/problem\+json)\s*(;[^,]*)?(?=,|$)/i
const refused = /;\s*q=0(\.0{1,3})?\s*(;|$)/i

/** Whether `Accept` (RFC 9110 §12.5.1) leaves room for JSON. */
export const acceptsJson = (accept: string | undefined): boolean =>
  accept === undefined || accept === '*/*' || accept.split(',').some((range) => accepted.test(range) && !refused.test(range))

const checkAddress = ({ raw }: FastifyRequest): void => {
  const url = raw.url ?? ''
  if (url.length > urlLengthMaximum) throw new Invalid('uri-too-long')
  if (url.includes('%') && !isDecodable(url))
    throw new Invalid('invalid-request', {
      detail: {
        zh: '地址中有百分号编码不是合法的 UTF-8 字符。',
        en: 'The address has a percent sign that does not begin an encoded UTF-8 character.',
      },
    })
}

/** Whether a request names the one host it is for (RFC 9112 §3.2); several have been joined by commas. */
export const namesOneHost = ({ host }: IncomingHttpHeaders): boolean => host !== undefined && !host.includes(',')

const checkHost = ({ raw: { httpVersion }, headers }: FastifyRequest): void => {
  if (namesOneHost(headers) || (httpVersion === '1.0' && headers.host === undefined)) return
  throw new Invalid('invalid-request', { detail: { zh: '请求应有且只有一个 Host 头。', en: 'The request must have one Host header.' } })
}

const checkNoBody = ({ method, headers }: FastifyRequest): void => {
  if (method !== 'GET' && method !== 'HEAD') return
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
    throw new Invalid('invalid-request', { detail: { zh: '读取请求不应带正文。', en: 'A reading request carries no body.' } })
  }
}

/** Refuses addresses and bodies that no reading operation could answer, before anything is looked up. */
export const registerRequestChecks = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request) => {
    checkHost(request)
    checkAddress(request)
    checkNoBody(request)
  })
}
