import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { NotFound } from '../errors.ts'
import { type InputPart, toInvalidInput, toRepeatedInput } from '../problems/invalid-input.ts'

const repeatedNames = (input: unknown): string[] =>
  typeof input === 'object' && input !== null ? Object.entries(input).flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])) : []

const hasEmptyValue = (input: unknown): boolean => typeof input === 'object' && input !== null && Object.values(input).includes('')

const partOf = (httpPart: string | undefined): InputPart =>
  httpPart === 'params' || httpPart === 'headers' || httpPart === 'body' ? httpPart : 'querystring'

/** Checks a part of a request with its zod schema. What is wrong becomes a problem that names every parameter in both languages. */
export const inputValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = partOf(httpPart)
  return (input) => {
    const repeated = part === 'querystring' ? repeatedNames(input) : []
    if (repeated.length > 0) return { error: toRepeatedInput(repeated) }
    // `/v1/articles/` is no spelling of `/v1/articles`, and no article.
    if (part === 'params' && hasEmptyValue(input)) return { error: new NotFound('not-found') }
    // Without the input an issue cannot tell a missing value from a wrong one.
    const parsed = z.safeParse(schema, input, { reportInput: true })
    return parsed.success ? { value: parsed.data } : { error: toInvalidInput(parsed.error.issues, schema, part) }
  }
}
