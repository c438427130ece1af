import type { Problem, ProblemCode } from '@gazette/schema/problem'
import type { Ask } from '../content-api/ask-api.ts'
import { apiUrl } from './read-examples.ts'

/** An API that gives everybody the same answer. */
export const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Ask =>
  async () => ({ status, headers, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) })

export const problem = (status: number, code: ProblemCode, more: Partial<Problem> = {}): Problem => ({
  type: `${apiUrl}/v1/problems/${code}`,
  title: '',
  status,
  detail: '',
  instance: 'urn:uuid:1',
  code,
  ...more,
})
