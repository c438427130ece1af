import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildTestApp } from '../testing/build-test-app.ts'

type Json = Record<string, unknown>
const isJson = (node: unknown): node is Json => typeof node === 'object' && node !== null && !Array.isArray(node)

const Document = z.object({
  info: z.looseObject({ version: z.string(), contact: z.looseObject({}) }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ security: z.array(z.unknown()).optional() }))),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

const readDocument = async () => {
  const { app } = await buildTestApp({ engine: 'sqlite' })
  const text = (await app.inject('/openapi.json')).body
  return { document: Document.parse(JSON.parse(text)), whole: JSON.parse(text) as unknown }
}

/** Every schema in the document with its name there: of a property or parameter, or empty. */
const schemasIn = (node: unknown, name = ''): { name: string; schema: Json }[] => {
  if (Array.isArray(node)) return node.flatMap((item) => schemasIn(item, name))
  if (!isJson(node)) return []
  const { properties } = node
  const own = 'type' in node || 'anyOf' in node || '$ref' in node ? [{ name, schema: node }] : []
  const named = isJson(properties) ? Object.entries(properties).flatMap(([key, value]) => schemasIn(value, key)) : []
  const others = Object.entries(node).filter(([key]) => key !== 'properties' && key !== 'examples' && key !== 'example')
  return [...own, ...named, ...others.flatMap(([key, value]) => schemasIn(value, key === 'items' || key === 'anyOf' ? name : ''))]
}

/** Follows a reference to a component. */
const resolve = (whole: unknown, schema: unknown): Json => {
  if (!isJson(schema)) return {}
  const path = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').slice(1) : []
  if (path.length === 0) return schema
  return resolve(
    whole,
    path.reduce<unknown>((node, step) => (isJson(node) ? node[step] : undefined), whole),
  )
}

const mayBeNull = ({ type, anyOf }: Json): boolean =>
  (Array.isArray(type) && type.includes('null')) || (Array.isArray(anyOf) && anyOf.some((one) => isJson(one) && one['type'] === 'null'))

const typesOf = ({ type, anyOf }: Json): unknown[] =>
  [type, Array.isArray(anyOf) ? anyOf.filter(isJson).map((one) => one['type']) : []].flat()

describe('the style of the API', () => {
  it('is said where catalogues look for it: version, audience, identifier and contact', async () => {
    const { document } = await readDocument()
    expect(document.info).toMatchObject({ 'x-api-id': expect.stringMatching(/^[a-z-]+$/), 'x-audience': 'external-public' })
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(document.info.contact).toHaveProperty('url')
  })

  it('has an object at the top of every JSON answer, never a list', async () => {
    const { document, whole } = await readDocument()
    for (const [path, item] of Object.entries(document.paths))
      for (const operation of Object.values(item))
        for (const [status, response] of Object.entries(isJson(operation['responses']) ? operation['responses'] : {}))
          for (const [type, media] of Object.entries(resolve(whole, resolve(whole, response)['content'] ?? {})))
            if (/^application\/(problem\+)?json$/.test(type)) {
              const schema = resolve(whole, isJson(media) ? media['schema'] : {})
              expect(schema['type'] ?? 'union', `${path} ${status}`).toMatch(/^(object|union)$/)
            }
  })

  it('names fields and parameters in camelCase and paths in plural kebab-case, without verbs and without a slash at the end', async () => {
    const { document, whole } = await readDocument()
    for (const { name } of schemasIn(whole)) if (name !== '') expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/)
    for (const path of Object.keys(document.paths)) {
      expect(path).toMatch(/^(\/([a-z0-9]+(-[a-z]+)*(\.[a-z]+)?|\{[a-z]+\}))+$/)
      expect(path).not.toMatch(/\/(get|list|create|find|fetch)\b/)
    }
  })

  it('has neither booleans nor lists that may be null', async () => {
    const { whole } = await readDocument()
    for (const { name, schema } of schemasIn(whole))
      if (mayBeNull(schema))
        expect(
          typesOf(schema).filter((type) => type === 'boolean' || type === 'array'),
          name,
        ).toEqual([])
  })

  it('declares instants as RFC 3339, days as dates, addresses as addresses and identifiers as texts', async () => {
    const { whole } = await readDocument()
    const formats = (pattern: RegExp) =>
      schemasIn(whole)
        .filter(({ name, schema }) => pattern.test(name) && schema['type'] === 'string')
        .map(({ name, schema }) => `${name} ${schema['format'] ?? schema['pattern'] ?? ''}`)
    expect(formats(/(At|^at)$/).length).toBeGreaterThan(3)
    for (const said of formats(/(At|^at)$/)) expect(said).toMatch(/ date-time$/)
    for (const said of formats(/On$/)) expect(said).toMatch(/ date$/)
    for (const said of formats(/^(url|href)$/)) expect(said).toMatch(/ (uri|\S+)$/)
    for (const { name, schema } of schemasIn(whole))
      if (/^id$|Id$/.test(name) && schema['type'] !== 'null') expect(typesOf(resolve(whole, schema)), name).toContain('string')
  })

  it('lets everybody read, with a token or without one', async () => {
    const { document, whole } = await readDocument()
    expect(whole).toMatchObject({
      security: [{}, { token: [] }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    })
    for (const [path, item] of Object.entries(document.paths))
      for (const { security } of Object.values(item)) expect(security, path).toEqual(path.startsWith('/v1/') ? undefined : [])
  })

  it('says of every list of values in answers whether it may grow, so that nobody is surprised', async () => {
    const { document } = await readDocument()
    const lists = Object.entries(document.components.schemas).filter(([, schema]) => isJson(schema) && Array.isArray(schema['enum']))
    expect(lists.length).toBeGreaterThan(5)
    for (const [name, schema] of lists) expect(isJson(schema) ? schema['description'] : '', name).toMatch(/may be added|closed/i)
  })
})
