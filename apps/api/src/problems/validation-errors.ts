import type { ProblemCode, ProblemError } from '@gazette/schema/problem'
import * as z from 'zod'
import type { ApiLanguage } from './choose-language.ts'

/** An issue as fastify-type-provider-zod hands it on: `keyword` is zod's code, `params` the rest. */
export type ValidationIssue = { keyword: string; instancePath: string; message?: string; params: Record<string, unknown> }

const sayIn = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

const messageOf = ({ keyword, message, params }: ValidationIssue, language: ApiLanguage): string => {
  const said = sayIn[language]({ ...params, code: keyword } as never)
  return (typeof said === 'string' ? said : said?.message) ?? message ?? keyword
}

const kebab = (code: string): string => code.replaceAll('_', '-')

// JSON Pointer escapes (RFC 6901 §3) do not occur in parameter names; only the first step of the path is the name.
const nameOf = (instancePath: string): string => instancePath.split('/')[1] ?? ''

const at = (place: 'parameter' | 'pointer', path: string): Pick<ProblemError, 'parameter' | 'pointer'> =>
  place === 'pointer' ? { pointer: path === '/' ? '' : path } : { parameter: nameOf(path) }

const toErrors = (issue: ValidationIssue, place: 'parameter' | 'pointer', language: ApiLanguage): ProblemError[] => {
  const keys = issue.params['keys']
  if (issue.keyword !== 'unrecognized_keys' || !Array.isArray(keys)) {
    return [{ ...at(place, issue.instancePath), code: kebab(issue.keyword), message: messageOf(issue, language) }]
  }
  const words = { zh: '没有这个名称', en: 'There is no such name here' }[language]
  return keys.map((key) => ({
    ...at(place, `${issue.instancePath.replace(/\/$/, '')}/${String(key)}`),
    code: 'unknown',
    message: `${words}: ${String(key)}`,
  }))
}

/** The problem that failed validation is, with every single error. `context` is the part of the request, as Fastify names it. */
export const toValidationProblem = (
  issues: readonly ValidationIssue[],
  context: string | undefined,
  language: ApiLanguage,
): { code: ProblemCode; errors: ProblemError[] } => {
  const place = context === 'body' ? 'pointer' : 'parameter'
  const errors = issues.flatMap((issue) => toErrors(issue, place, language))
  if (place === 'pointer') return { code: 'invalid-body', errors }
  return { code: issues.every(({ keyword }) => keyword === 'unrecognized_keys') ? 'unknown-parameter' : 'invalid-parameter', errors }
}
