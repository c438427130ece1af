import type { ProblemCode, ProblemError } from '@gazette/schema/problem'
import type { Words } from './problems/words.ts'

/** One thing that is wrong with what was asked, in words for everyone. */
export type DomainIssue = Omit<ProblemError, 'message'> & { message: Words }

export type DomainErrorOptions = { detail?: string | Words; errors?: DomainIssue[]; cause?: unknown }

/** Something a caller did or asked that cannot be done: a code of the problem catalogue, no HTTP. */
export class DomainError extends Error {
  readonly code: ProblemCode
  /** Words for the one occurrence, when the catalogue's are not enough: in both languages, or as somebody wrote them. */
  readonly detail: string | Words | undefined
  readonly errors: DomainIssue[] | undefined

  constructor(code: ProblemCode, options: DomainErrorOptions = {}) {
    super(
      typeof options.detail === 'object' ? options.detail.en : (options.detail ?? code),
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.name = new.target.name
    this.code = code
    this.detail = options.detail
    this.errors = options.errors
  }
}

/** There is no such thing, or none that the public may see. */
export class NotFound extends DomainError {}

/** It was published once and has been removed for good. */
export class Gone extends DomainError {}

/** The request contradicts itself or the rules, and names what is wrong. */
export class Invalid extends DomainError {}

/** The step is not legal in the present state. */
export class Conflict extends DomainError {}

/** Nobody known asks: without a token where one is needed, or with one that is not valid. */
export class Unauthenticated extends DomainError {}

/** Whoever asks is known, and may not do this. */
export class Forbidden extends DomainError {}
