import { isRecord, type JsonRecord } from '../plugins/openapi-schema.ts'

/** Whether a value of the schema is sent by callers or received by them: what one may widen, the other may narrow. */
export type Direction = 'input' | 'output'

/** A schema in two documents, and where it stands, in words for people. */
export type Pair = { before: unknown; after: unknown; where: string }

/** The two documents, what was found so far, and the pairs that need no second look. */
export type Comparison = { before: JsonRecord; after: JsonRecord; found: Set<string>; seen: Set<string> }

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const record = (value: unknown): JsonRecord => (isRecord(value) ? value : {})

/** What a `#/…` reference leads to; anything else itself, what stands beside the reference included. */
export const resolveReference = (document: JsonRecord, node: unknown): JsonRecord => {
  const { $ref, ...beside } = record(node)
  if (typeof $ref !== 'string') return record(node)
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => record(at)[step.replaceAll('~1', '/').replaceAll('~0', '~')], document)
  return { ...resolveReference(document, target), ...beside }
}

const membersOf = (schema: JsonRecord): unknown[] => [...list(schema['oneOf']), ...list(schema['anyOf'])]

const typesOf = (document: JsonRecord, schema: JsonRecord): Set<string> => {
  const own = [schema['type']].flat().filter((type) => typeof type === 'string')
  const ofMembers = membersOf(schema).flatMap((member) => [...typesOf(document, resolveReference(document, member))])
  return new Set([...own, ...ofMembers])
}

/** What a member of a union is known by: its component, or else its types. */
const keyOf = (document: JsonRecord, member: unknown): string => {
  const { $ref } = record(member)
  return typeof $ref === 'string' ? $ref : [...typesOf(document, record(member))].join()
}

const lacking = <T>(needed: Iterable<T>, given: Iterable<T>): T[] => {
  const has = new Set(given)
  return [...needed].filter((each) => !has.has(each))
}

const tighterWhenLower = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems']
const tighterWhenHigher = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems']

const isTighter = (before: unknown, after: unknown, sign: 1 | -1): boolean =>
  typeof after === 'number' && (typeof before !== 'number' || (after - before) * sign < 0)

/** Bounds that refuse what was accepted. */
const tighterBounds = (before: JsonRecord, after: JsonRecord): string[] => [
  ...tighterWhenLower.filter((name) => isTighter(before[name], after[name], 1)),
  ...tighterWhenHigher.filter((name) => isTighter(before[name], after[name], -1)),
  ...['pattern', 'const'].filter((name) => after[name] !== undefined && after[name] !== before[name]),
]

const compareProperties = (comparison: Comparison, direction: Direction, { before, after, where }: Pair): void => {
  const [old, now] = [record(before), record(after)]
  const [oldProperties, newProperties] = [record(old['properties']), record(now['properties'])]
  for (const name of lacking(Object.keys(oldProperties), Object.keys(newProperties))) comparison.found.add(`${where}.${name} was removed`)
  if (direction === 'output')
    for (const name of lacking(list(old['required']), list(now['required'])))
      comparison.found.add(`${where}.${name} is not always there any more`)
  else for (const name of lacking(list(now['required']), list(old['required']))) comparison.found.add(`${where}.${name} became required`)
  for (const [name, property] of Object.entries(oldProperties))
    if (newProperties[name] !== undefined)
      compareSchemas(comparison, direction, { before: property, after: newProperties[name], where: `${where}.${name}` })
}

const compareMembers = (comparison: Comparison, direction: Direction, { before, after, where }: Pair): void => {
  const old = new Map(membersOf(record(before)).map((member) => [keyOf(comparison.before, member), member]))
  const now = new Map(membersOf(record(after)).map((member) => [keyOf(comparison.after, member), member]))
  // Members of a discriminated union may be added to what is sent: consumers skip types they do not know.
  const isOpen = direction === 'output' && isRecord(record(after)['discriminator'])
  const [needed, given] = direction === 'input' ? [old, now] : [now, old]
  if (!isOpen && old.size > 0 && now.size > 0)
    for (const key of lacking(needed.keys(), given.keys()))
      comparison.found.add(
        `${where} ${direction === 'input' ? 'does not take' : 'may be'} ${key}${direction === 'input' ? ' any more' : ' now'}`,
      )
  for (const [key, member] of old) if (now.has(key)) compareSchemas(comparison, direction, { before: member, after: now.get(key), where })
}

const compareValues = (
  { before, after, found }: Comparison,
  direction: Direction,
  old: JsonRecord,
  now: JsonRecord,
  where: string,
): void => {
  const [oldTypes, newTypes] = [typesOf(before, old), typesOf(after, now)]
  const [needed, given] = direction === 'input' ? [oldTypes, newTypes] : [newTypes, oldTypes]
  for (const type of lacking(needed, given))
    found.add(direction === 'input' ? `${where} does not take ${type} any more` : `${where} may be ${type} now`)
  if (old['format'] !== now['format'] && (direction === 'output' || now['format'] !== undefined)) found.add(`${where} has another format`)
  if (direction === 'output') return
  if (Array.isArray(now['enum']))
    for (const value of lacking(list(old['enum']), now['enum'])) found.add(`${where} does not take ${value} any more`)
  if (Array.isArray(now['enum']) && !Array.isArray(old['enum'])) found.add(`${where} takes listed values only`)
  for (const name of tighterBounds(old, now)) found.add(`${where} is stricter: ${name}`)
}

/** Adds to `found` whatever makes the schema break its users. Values may be added to lists of what is sent, fields to objects. */
export const compareSchemas = (comparison: Comparison, direction: Direction, { before, after, where }: Pair): void => {
  const references = [record(before)['$ref'], record(after)['$ref']]
  const key = `${direction} ${references.join(' ')}`
  if (references.every((reference) => reference !== undefined)) {
    if (comparison.seen.has(key)) return
    comparison.seen.add(key)
  }
  const [old, now] = [resolveReference(comparison.before, before), resolveReference(comparison.after, after)]
  const [reference, other] = references
  const name = typeof reference === 'string' && reference === other ? (reference.split('/').at(-1) ?? where) : where
  compareValues(comparison, direction, old, now, name)
  compareProperties(comparison, direction, { before: old, after: now, where: name })
  compareMembers(comparison, direction, { before: old, after: now, where: name })
  if (old['items'] !== undefined && now['items'] !== undefined)
    compareSchemas(comparison, direction, { before: old['items'], after: now['items'], where: `${name}[]` })
}
