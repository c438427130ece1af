import type { Problem, ProblemCode, ProblemError } from '@gazette/schema/problem'
import type { Addresses } from '../addresses.ts'
import type { ApiLanguage } from './choose-language.ts'
import { problemCatalogue } from './problem-catalogue.ts'

export type Occurrence = {
  code: ProblemCode
  /** The request id; becomes `instance`. */
  requestId: string
  language: ApiLanguage
  detail?: string | undefined
  errors?: ProblemError[] | undefined
}

/** RFC 9457 problem details of one occurrence. */
export const toProblem = (addresses: Addresses, { code, requestId, language, detail, errors }: Occurrence): Problem => {
  const entry = problemCatalogue[code]
  return {
    type: addresses.problem(code),
    title: entry.title[language],
    status: entry.status,
    detail: detail ?? entry.meaning[language],
    instance: `urn:gazette:request:${encodeURIComponent(requestId)}`,
    code,
    ...(errors ? { errors } : {}),
  }
}
