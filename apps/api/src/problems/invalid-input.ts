import * as z from 'zod'
import { type DomainIssue, Invalid } from '../errors.ts'
import { sayExpectation } from './say-expectation.ts'

/** The part of a request, as Fastify names it. */
export type InputPart = 'params' | 'querystring' | 'headers' | 'body'

type Issue = z.core.$ZodIssue

const stepOf = (step: PropertyKey | undefined): string => String(step ?? '')

/** JSON Pointer (RFC 6901 §3). */
const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${stepOf(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const unknownName = (name: string) => ({ zh: `没有名为 ${name} 的参数或字段。`, en: `There is nothing called ${name} here.` })

const unknownIssues = (issue: z.core.$ZodIssueUnrecognizedKeys, part: InputPart): DomainIssue[] =>
  issue.keys.map((name) => ({
    ...(part === 'body' ? { pointer: toPointer([...issue.path, name]) } : { parameter: name }),
    code: 'unknown',
    message: unknownName(name),
  }))

const codeOf = ({ code, input }: Issue): string => {
  if (input === undefined) return 'required'
  if (code === 'invalid_value') return 'not-allowed'
  return code === 'too_big' || code === 'too_small' ? 'out-of-range' : 'malformed'
}

const sayIn = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

const say = (issue: Issue, language: 'zh' | 'en'): string => {
  const said = sayIn[language](issue as never)
  return (typeof said === 'string' ? said : said?.message) ?? issue.code
}

const bodyIssue = (issue: Issue): DomainIssue => ({
  pointer: toPointer(issue.path),
  code: codeOf(issue),
  message: { zh: say(issue, 'zh'), en: say(issue, 'en') },
})

// Chinese sets a space between Han characters and digits or Latin letters, and none among themselves.
const spaced = (words: string): string => (/^[\x21-\x7e]/.test(words) ? ` ${words}` : words)

const parameterIssue = (issue: Issue, schema: z.ZodType): DomainIssue => {
  const name = stepOf(issue.path[0])
  const field = schema instanceof z.ZodObject ? (schema.shape[name] as z.ZodType | undefined) : undefined
  const expected = sayExpectation(field ?? schema)
  return {
    parameter: name,
    code: codeOf(issue),
    message: { zh: `${name} 应为${spaced(expected.zh)}。`, en: `${name} must be ${expected.en}.` },
  }
}

// Who sends a thousand wrong names does not need a thousand sentences.
const errorsMaximum = 50

// One parameter can break several rules at once; its caller needs to hear of it once.
const oncePerPlace = (issues: readonly DomainIssue[]): DomainIssue[] =>
  [...new Map(issues.toReversed().map((issue) => [issue.parameter ?? issue.pointer, issue])).values()].toReversed()

/**
 * What is wrong with a part of a request, every single thing named.
 * @param issues as zod reports them, with the input
 */
export const toInvalidInput = (issues: readonly Issue[], schema: z.ZodType, part: InputPart): Invalid => {
  const errors = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return unknownIssues(issue, part)
    return part === 'body' ? [bodyIssue(issue)] : [parameterIssue(issue, schema)]
  })
  if (part === 'body') return new Invalid('invalid-body', { errors: errors.slice(0, errorsMaximum) })
  const isUnknownOnly = issues.every(({ code }) => code === 'unrecognized_keys')
  return new Invalid(isUnknownOnly ? 'unknown-parameter' : 'invalid-parameter', {
    errors: oncePerPlace(errors).slice(0, errorsMaximum),
  })
}

/** Parameters that stand there more than once: which of them counts would be a guess. */
export const toRepeatedInput = (names: readonly string[]): Invalid =>
  new Invalid('invalid-parameter', {
    errors: names.map((name) => ({
      parameter: name,
      code: 'repeated',
      message: { zh: `${name} 只能出现一次；多个值用逗号连接。`, en: `${name} may stand there once; join several values by commas.` },
    })),
  })
