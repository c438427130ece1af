// Written by `npm run generate` from packages/schema. Change the schema, not this file.

export type ProblemCode =
  | 'invalid-request'
  | 'invalid-parameter'
  | 'unknown-parameter'
  | 'invalid-cursor'
  | 'invalid-body'
  | 'authentication-required'
  | 'invalid-token'
  | 'forbidden'
  | 'not-found'
  | 'article-not-found'
  | 'channel-not-found'
  | 'article-removed'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'conflict'
  | 'unsupported-media-type'
  | 'payload-too-large'
  | 'uri-too-long'
  | 'header-too-large'
  | 'request-timeout'
  | 'too-many-requests'
  | 'internal-error'
  | 'service-unavailable'

/** What went wrong (RFC 9457). */
export interface Problem {
  /** A page about this problem. */
  type: string
  title: string
  status: number
  detail: string
  /** Identifies this occurrence: the request id as a URN. */
  instance: string
  code: ProblemCode
  errors?: ProblemError[]
}

/** One thing that is wrong with the request. */
export interface ProblemError {
  /** Name of the query or path parameter or header. */
  parameter?: string
  /** JSON Pointer into the body (RFC 6901). */
  pointer?: string
  /** Stable, machine-readable. */
  code: string
  message: string
}
