import { z } from 'zod'

/** The closed list of problem codes. Each has a page at `/v1/problems/{code}`. */
export const problemCodes = [
  'invalid-request',
  'invalid-parameter',
  'unknown-parameter',
  'invalid-cursor',
  'invalid-body',
  'authentication-required',
  'invalid-token',
  'forbidden',
  'not-found',
  'article-not-found',
  'channel-not-found',
  'article-removed',
  'method-not-allowed',
  'not-acceptable',
  'conflict',
  'unsupported-media-type',
  'payload-too-large',
  'uri-too-long',
  'header-too-large',
  'request-timeout',
  'too-many-requests',
  'internal-error',
  'service-unavailable',
] as const
export const ProblemCode = z.enum(problemCodes)
export type ProblemCode = z.infer<typeof ProblemCode>

/** One thing that is wrong with a request: where, what and in words. */
export const ProblemError = z
  .object({
    parameter: z.string().optional().describe('Name of the query or path parameter or header.'),
    pointer: z.string().optional().describe('JSON Pointer into the body (RFC 6901).'),
    code: z.string().describe('Stable, machine-readable.'),
    message: z.string(),
  })
  .meta({ id: 'ProblemError', description: 'One thing that is wrong with the request.' })
export type ProblemError = z.infer<typeof ProblemError>

/** RFC 9457 problem details; sent as `application/problem+json`. */
export const Problem = z
  .object({
    type: z.url().describe('A page about this problem.'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().describe('Identifies this occurrence: the request id as a URN.'),
    code: ProblemCode,
    errors: z.array(ProblemError).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' })
export type Problem = z.infer<typeof Problem>
