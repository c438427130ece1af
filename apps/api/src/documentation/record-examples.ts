import type { Example, Examples } from '../plugins/openapi-examples.ts'
import { type ExampleRequest, exampleRequests, problemRequests } from './example-requests.ts'

const requestId = 'example-request'

// What differs from run to run, or says nothing about the API.
const untelling = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'cache-tag',
  'access-control-expose-headers',
])

/** The first event of a stream, or the first two lines of an export; other answers whole. */
const readBody = async (response: Response): Promise<unknown> => {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('text/event-stream')) {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const end = text.indexOf('\n\n', text.indexOf('data:'))
      if (text.includes('data:') && end >= 0) return text.slice(0, end + 2)
    }
    return text
  }
  const text = await response.text()
  if (type.startsWith('application/x-ndjson')) return text.split('\n', 2).join('\n')
  return /^application\/(problem\+)?json/.test(type) ? JSON.parse(text) : text
}

/** @param caller an address elsewhere: the quota of callers on this machine is no example */
const record = async (origin: string, caller: string, { name, summary, url, accept, authorization }: ExampleRequest): Promise<Example> => {
  const given = new AbortController()
  const response = await fetch(`${origin}${url}`, {
    headers: {
      accept: accept ?? '*/*',
      'accept-encoding': 'identity',
      'accept-language': 'zh-CN',
      'x-request-id': requestId,
      'x-forwarded-for': caller,
      ...(authorization === undefined ? {} : { authorization }),
    },
    signal: given.signal,
  })
  const body = await readBody(response)
  given.abort()
  const headers = [...response.headers].filter(([header]) => !untelling.has(header)).sort(([a], [b]) => (a < b ? -1 : 1))
  return { name, summary, url, status: response.status, headers: Object.fromEntries(headers), body }
}

const recordAll = async (origin: string, caller: string, requests: readonly ExampleRequest[]): Promise<Example[]> => {
  const answers: Example[] = []
  for (const request of requests) answers.push(await record(origin, caller, request))
  return answers
}

/**
 * Asks a running API, with the example articles in it, the example requests of these operations.
 * @param failing origin of a server that answers each of the `faults`
 */
export const recordExamples = async (
  origin: string,
  operationIds: readonly string[],
  failing: { origin: string; faults: readonly ExampleRequest[] },
): Promise<Examples> => {
  const operations: Examples['operations'] = {}
  // Every operation has a caller of its own, so that another one does not change what is left to all (RFC 5737, RFC 2544 addresses).
  for (const [index, id] of operationIds.entries())
    operations[id] = await recordAll(origin, `198.18.0.${index + 1}`, exampleRequests[id] ?? [])
  const refused = await recordAll(origin, '192.0.2.1', problemRequests)
  return { operations, problems: [...refused, ...(await recordAll(failing.origin, '192.0.2.1', failing.faults))] }
}
