import { type Examples, readParameters } from './openapi-examples.ts'
import { isRecord, type JsonRecord } from './openapi-schema.ts'

// Several values are joined by commas, which OpenAPI calls the opposite of an exploded form.
const withListStyle = (parameter: JsonRecord): JsonRecord =>
  isRecord(parameter['schema']) && parameter['schema']['type'] === 'array' ? { ...parameter, style: 'form', explode: false } : parameter

/** Parameters with their style; those that must be given have a value that leads somewhere, ready to be tried. */
export const describeParameters = (parameters: readonly unknown[], path: string, operationId: string, { operations }: Examples) => {
  const values = readParameters(path, operations[operationId]?.[0]?.url ?? '')
  return parameters.map((parameter) => {
    if (!isRecord(parameter)) return parameter
    const example = parameter['required'] === true ? values.get(String(parameter['name'])) : undefined
    return { ...withListStyle(parameter), ...(example === undefined ? {} : { example }) }
  })
}
