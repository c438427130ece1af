export type JsonRecord = Record<string, unknown>

export const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A format says it; zod's regular expressions for the same run to 300 characters. */
const saidByFormat = new Set(['date', 'date-time', 'uri'])

/**
 * A schema without what tells nobody anything: patterns beside a format, the bounds of a double. Objects stay open, because fields may
 * be added to answers; bounds of an integer are said as people say them, and so that generators know its size.
 */
export const simplifySchema = (schema: JsonRecord): JsonRecord => {
  const { pattern, minimum, maximum, exclusiveMinimum, additionalProperties, ...rest } = schema
  const least = exclusiveMinimum === 0 && schema['type'] === 'integer' ? 1 : minimum
  return {
    ...rest,
    ...(pattern === undefined || saidByFormat.has(String(schema['format'])) ? {} : { pattern }),
    ...(least === undefined || least === Number.MIN_SAFE_INTEGER ? {} : { minimum: least }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(schema['type'] === 'integer' && Number(maximum) < 2 ** 31 ? { format: 'int32' } : {}),
    ...(exclusiveMinimum === undefined || least === 1 ? {} : { exclusiveMinimum }),
    ...(additionalProperties === undefined || additionalProperties === false ? {} : { additionalProperties }),
  }
}

const constantOf = (schema: unknown, property: string): string | undefined => {
  const properties = isRecord(schema) ? schema['properties'] : undefined
  const field = isRecord(properties) ? properties[property] : undefined
  return isRecord(field) && typeof field['const'] === 'string' ? field['const'] : undefined
}

/** The `discriminator` of a union of components that are told apart by the constant in `type`; undefined for any other schema. */
export const discriminatorOf = (schema: JsonRecord, components: JsonRecord, prefix: string): JsonRecord | undefined => {
  const { oneOf } = schema
  if (!Array.isArray(oneOf)) return undefined
  const references = oneOf.map((member) => (isRecord(member) && typeof member['$ref'] === 'string' ? member['$ref'] : ''))
  const mapping = references.map((reference) => [constantOf(components[reference.slice(prefix.length)], 'type'), reference] as const)
  if (mapping.some(([type]) => type === undefined)) return undefined
  return { propertyName: 'type', mapping: Object.fromEntries(mapping) }
}
