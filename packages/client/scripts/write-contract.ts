import { contractFiles, describeContract } from './describe-contract.ts'
import { type JsonSchema, writeDeclaration } from './write-type.ts'

const notice = '// Written by `npm run generate` from packages/schema. Change the schema, not this file.\n'

const referencesOf = (schema: JsonSchema): string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))

/** Components by file: each stands in the file that first needs it, after what it needs itself. */
const placeComponents = (schemas: Record<string, JsonSchema>): Map<string, string> => {
  const fileOf = new Map<string, string>()
  const place = (name: string, file: string): void => {
    const schema = schemas[name]
    if (!schema) throw new Error(`The contract has no component ${name}`)
    if (fileOf.has(name)) return
    fileOf.set(name, file)
    for (const reference of referencesOf(schema)) place(reference, file)
  }
  for (const [file, components] of Object.entries(contractFiles)) for (const name of Object.keys(components)) place(name, file)
  return fileOf
}

const writeFile = (file: string, fileOf: ReadonlyMap<string, string>, schemas: Record<string, JsonSchema>): string => {
  const own = [...fileOf].filter(([, place]) => place === file).map(([name]) => name)
  const declarations = own.map((name) => writeDeclaration(name, schemas[name] ?? {}))
  const imports = new Map<string, Set<string>>()
  const need = (name: string, from: string) => imports.set(from, (imports.get(from) ?? new Set()).add(name))
  for (const reference of own.flatMap((name) => referencesOf(schemas[name] ?? {}))) {
    const place = fileOf.get(reference)
    if (place !== undefined && place !== file) need(reference, place)
  }
  if (declarations.some((text) => text.includes('| Unlisted'))) need('Unlisted', 'unlisted')
  if (declarations.some((text) => text.includes('| UnknownBlock'))) need('UnknownBlock', 'unlisted')
  const importLines = [...imports]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => `import type { ${[...names].toSorted().join(', ')} } from './${from}.ts'\n`)
  return [notice, importLines.join(''), ...declarations].filter((part) => part !== '').join('\n')
}

const writeBlockTypes = (schemas: Record<string, JsonSchema>): string => {
  const types = (schemas['Block']?.oneOf ?? []).map(({ $ref }) => schemas[$ref ?? '']?.properties?.['type']?.const)
  return `${notice}\n/** The types of block this version of the client knows. */\nexport const blockTypes = ${JSON.stringify(types)} as const\n`
}

/** The files of `src/contract/`, by name, not yet formatted. */
export const writeContract = (): Record<string, string> => {
  const schemas = describeContract()
  const fileOf = placeComponents(schemas)
  const files = Object.keys(contractFiles).map((file) => [`${file}.ts`, writeFile(file, fileOf, schemas)])
  return { ...Object.fromEntries(files), 'block-types.ts': writeBlockTypes(schemas) }
}
