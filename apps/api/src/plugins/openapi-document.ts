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

const simplify = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(simplify)
  if (!isRecord(node)) return node
  return simplifySchema(Object.fromEntries(Object.entries(node).map(([name, value]) => [name, simplify(value)])))
}

const withDiscriminators = (schemas: JsonRecord): JsonRecord =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const discriminator = isRecord(schema) ? discriminatorOf(schema, schemas, schemaPrefix) : undefined
      return [name, discriminator && isRecord(schema) ? { ...schema, discriminator } : schema]
    }),
  )

// Several values are joined by commas, which OpenAPI calls an exploded form's opposite.
const withListStyle = (parameter: unknown): unknown =>
  isRecord(parameter) && isRecord(parameter['schema']) && parameter['schema']['type'] === 'array'
    ? { ...parameter, style: 'form', explode: false }
    : parameter

const mapOperations = (paths: JsonRecord, change: (operation: JsonRecord) => JsonRecord): JsonRecord =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      isRecord(item)
        ? Object.fromEntries(
            Object.entries(item).map(([method, operation]) => [method, isRecord(operation) ? change(operation) : operation]),
          )
        : item,
    ]),
  )

/** An OpenAPI 3.1 document as consumers and generators want it: only components in use, unions told apart, lists joined by commas. */
export const toPublicDocument = <D extends object>(document: D): D => {
  const { paths, components, ...rest } = simplify(document) as JsonRecord
  const operations = mapOperations(isRecord(paths) ? paths : {}, (operation) =>
    Array.isArray(operation['parameters']) ? { ...operation, parameters: operation['parameters'].map(withListStyle) } : operation,
  )
  const all = isRecord(components) && isRecord(components['schemas']) ? components['schemas'] : {}
  const schemas = withDiscriminators(keepReferenced(all, operations))
  return { ...rest, paths: operations, components: { ...(isRecord(components) ? components : {}), schemas } } as D
}
