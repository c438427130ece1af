import { enumerationComponents, mapRecords, nameEnumeration } from './openapi-enumerations.ts'
import type { Examples } from './openapi-examples.ts'
import { headerComponents } from './openapi-headers.ts'
import { describeParameters } from './openapi-parameters.ts'
import { describeResponses, type Shared } from './openapi-responses.ts'
import { discriminatorOf, isRecord, type JsonRecord, simplifySchema } from './openapi-schema.ts'

const schemaPrefix = '#/components/schemas/'

const referencesIn = (node: unknown, found: Set<string>): Set<string> => {
  if (Array.isArray(node)) for (const item of node) referencesIn(item, found)
  else if (isRecord(node)) {
    const reference = node['$ref']
    if (typeof reference === 'string' && reference.startsWith(schemaPrefix)) found.add(reference.slice(schemaPrefix.length))
    for (const value of Object.values(node)) referencesIn(value, found)
  }
  return found
}

/** The components that can be reached from the operations, in the order of their names. */
const keepReferenced = (schemas: JsonRecord, roots: unknown): JsonRecord => {
  const kept = new Set<string>()
  const visit = (name: string): void => {
    if (kept.has(name)) return
    kept.add(name)
    for (const next of referencesIn(schemas[name], new Set())) visit(next)
  }
  for (const name of referencesIn(roots, new Set())) visit(name)
  return Object.fromEntries([...kept].sort().map((name) => [name, schemas[name]]))
}

const withDiscriminators = (schemas: JsonRecord): JsonRecord =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const discriminator = isRecord(schema) ? discriminatorOf(schema, schemas, schemaPrefix) : undefined
      return [name, discriminator && isRecord(schema) ? { ...schema, discriminator } : schema]
    }),
  )

const mapOperations = (paths: JsonRecord, change: (operation: JsonRecord, path: string) => JsonRecord): JsonRecord =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      isRecord(item)
        ? Object.fromEntries(
            Object.entries(item).map(([method, operation]) => [method, isRecord(operation) ? change(operation, path) : operation]),
          )
        : item,
    ]),
  )

const describeOperations = (paths: JsonRecord, examples: Examples) => {
  const responses: Shared = new Map()
  const operations = mapOperations(paths, (operation, path) => {
    const id = String(operation['operationId'])
    const { parameters } = operation
    return {
      ...operation,
      ...(Array.isArray(parameters) ? { parameters: describeParameters(parameters, path, id, examples) } : {}),
      ...(isRecord(operation['responses']) ? { responses: describeResponses(operation['responses'], id, examples, responses) } : {}),
    }
  })
  return { operations, responses: Object.fromEntries([...responses].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const simplify = (node: unknown) => mapRecords(node, (schema) => nameEnumeration(simplifySchema(schema)))

/**
 * An OpenAPI 3.1 document as consumers and generators want it: only components in use, every union told apart, lists of values named,
 * lists in parameters joined by commas, problems shared, and beside every answer a real example with its headers.
 */
export const toPublicDocument = <D extends object>(document: D, examples: Examples): D => {
  const { paths, components, ...rest } = simplify(document) as JsonRecord
  const { operations, responses } = describeOperations(isRecord(paths) ? paths : {}, examples)
  const others = isRecord(components) ? components : {}
  const all = { ...(isRecord(others['schemas']) ? others['schemas'] : {}), ...enumerationComponents }
  const schemas = withDiscriminators(keepReferenced(all, [operations, responses]))
  const headers = headerComponents([...Object.values(examples.operations).flat(), ...examples.problems])
  return { ...rest, paths: operations, components: { ...others, schemas, responses, headers } } as D
}
