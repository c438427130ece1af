/** The part of JSON Schema (2020-12) that zod writes for the contract. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  description?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  'x-growing'?: boolean
}

const primitives: Record<string, string> = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' }

const comment = (description: string | undefined): string =>
  description === undefined ? '' : `/** ${description.replaceAll('*/', '*∕')} */\n`

const union = (members: readonly string[]): string => [...new Set(members)].join(' | ')

const writeObject = ({ properties = {}, required = [] }: JsonSchema): string => {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${comment(schema.description)}${name}${required.includes(name) ? '' : '?'}: ${writeType(schema)}\n`,
  )
  return `{\n${fields.join('')}}`
}

const writeArray = (items: JsonSchema | undefined): string => {
  const type = items ? writeType(items) : 'unknown'
  return /[ |{]/.test(type) ? `Array<${type}>` : `${type}[]`
}

/**
 * A TypeScript type for a schema. References become names.
 * @throws {TypeError} for a schema it has no type for, so that none is ever `unknown` by accident
 */
export const writeType = (schema: JsonSchema): string => {
  if (schema.$ref !== undefined) return schema.$ref
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)))
  const members = schema.anyOf ?? schema.oneOf
  if (members) return union(members.map(writeType))
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => writeType({ ...schema, type })))
  if (schema.type === 'object') return writeObject(schema)
  if (schema.type === 'array') return writeArray(schema.items)
  const primitive = primitives[schema.type ?? '']
  if (primitive === undefined) throw new TypeError(`No type for ${JSON.stringify(schema)}`)
  return primitive
}

const growth = (schema: JsonSchema): string => {
  if (!schema['x-growing']) return ''
  return schema.enum ? ' | Unlisted' : ' | UnknownBlock'
}

/** An exported declaration of a component: an interface where it is an object, a type otherwise. */
export const writeDeclaration = (name: string, schema: JsonSchema): string =>
  schema.type === 'object'
    ? `${comment(schema.description)}export interface ${name} ${writeObject(schema)}\n`
    : `${comment(schema.description)}export type ${name} = ${writeType(schema)}${growth(schema)}\n`
