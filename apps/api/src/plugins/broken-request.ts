import type { Socket } from 'node:net'
import type { ProblemCode } from '@gazette/schema/problem'
import { createAddresses } from '../addresses.ts'
import { problemCatalogue } from '../problems/problem-catalogue.ts'
import { toProblem } from '../problems/to-problem.ts'
import { createRequestId } from './request-id.ts'

const codeByError: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'header-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** Answers what is no HTTP request at all, where there is no request to speak of yet: a problem, then the end of the connection. */
export const answerBrokenRequest = (apiUrl: string) => {
  const addresses = createAddresses({ siteUrl: apiUrl, apiUrl })
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const code = codeByError[error.code ?? ''] ?? 'invalid-request'
    const problem = toProblem(addresses, { code, requestId: createRequestId(), language: 'zh' })
    const body = JSON.stringify(problem)
    socket.end(
      [
        `HTTP/1.1 ${problem.status} ${problemCatalogue[code].title.en}`,
        'Content-Type: application/problem+json; charset=utf-8',
        'Content-Language: zh-CN',
        'Cache-Control: no-store',
        'Connection: close',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    )
  }
}
