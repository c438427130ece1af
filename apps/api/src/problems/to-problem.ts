import type { Problem, ProblemCode } from '@gazette/schema/problem'
import type { Addresses } from '../addresses.ts'
import type { DomainIssue } from '../errors.ts'
import type { ApiLanguage } from './choose-language.ts'
import { problemCatalogue } from './problem-catalogue.ts'
import type { Words } from './words.ts'

export type Occurrence = {
  code: ProblemCode
  /** The request id; becomes `instance`. */
  requestId: string
  language: ApiLanguage
  detail?: string | Words | undefined
  errors?: DomainIssue[] | undefined
}

const inLanguage = (words: string | Words | undefined, language: ApiLanguage): string | undefined =>
  typeof words === 'object' ? words[language] : words

/** RFC 9457 problem details of one occurrence. */
export const toProblem = (addresses: Addresses, { code, requestId, language, detail, errors }: Occurrence): Problem => {
  const entry = problemCatalogue[code]
  return {
    type: addresses.problem(code),
    title: entry.title[language],
    status: entry.status,
    detail: inLanguage(detail, language) ?? entry.meaning[language],
    instance: `urn:gazette:request:${encodeURIComponent(requestId)}`,
    code,
    ...(errors ? { errors: errors.map((issue) => ({ ...issue, message: issue.message[language] })) } : {}),
  }
}
