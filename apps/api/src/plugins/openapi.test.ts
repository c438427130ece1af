import { problemCodes } from '@gazette/schema/problem'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { buildTestApp } from '../testing/build-test-app.ts'

const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()).length(1),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), description: z.string().optional(), schema: z.record(z.string(), z.unknown()) }))
    .default([]),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string().min(1),
      content: z.record(z.string(), z.object({ schema: z.unknown(), examples: z.record(z.string(), z.unknown()).optional() })).optional(),
      headers: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})
const Document = z.object({
  openapi: z.literal('3.1.0'),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})

const SharedResponses = z.object({ components: z.object({ responses: z.record(z.string(), z.unknown()) }) })

/** The document, its shared responses put where they are referred to. */
const readDocument = async () => {
  const { app } = await buildTestApp({ engine: 'sqlite' })
  const response = await app.inject('/openapi.json')
  const { components } = SharedResponses.parse(response.json())
  const resolved: unknown = JSON.parse(
    response.body,
    (_, value) => components.responses[/^#\/components\/responses\/(.+)$/.exec(value?.$ref)?.[1] ?? ''] ?? value,
  )
  return { app, text: response.body, document: Document.parse(resolved) }
}

const operationsOf = ({ paths }: z.infer<typeof Document>) =>
  Object.entries(paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })))

describe('the OpenAPI document', () => {
  it('describes every operation: an id of its own, a summary, a description and a known tag', async () => {
    const { document } = await readDocument()
    const operations = operationsOf(document)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    const known = document.tags.map(({ name }) => name)
    for (const { path, tags, summary, description } of operations) {
      expect(known, path).toContain(tags[0])
      expect(summary, path).toMatch(/ · .*\p{Script=Han}/u)
      expect(description.length, path).toBeGreaterThan(20)
    }
  })

  it('describes every parameter', async () => {
    const { document } = await readDocument()
    for (const { path, parameters } of operationsOf(document))
      for (const { name, description } of parameters) expect(description, `${path} ${name}`).toBeTruthy()
  })

  it('gives every status a schema, and problems their media type', async () => {
    const { document } = await readDocument()
    for (const { path, responses } of operationsOf(document)) {
      expect(Object.keys(responses), path).toEqual(expect.arrayContaining(['200', '400', '406', '500', '503']))
      for (const [status, { content }] of Object.entries(responses)) {
        if (status === '304') continue
        const types = Object.keys(content ?? {})
        expect(types, `${path} ${status}`).not.toEqual([])
        if (Number(status) >= 400) expect(types).toEqual(['application/problem+json'])
      }
    }
  })

  it('shows a real example and the headers of every answer', async () => {
    const { document } = await readDocument()
    for (const { path, responses } of operationsOf(document)) {
      for (const [status, { content, headers }] of Object.entries(responses)) {
        expect(Object.keys(headers ?? {}), `${path} ${status}`).toContain(status === '304' ? 'ETag' : 'Cache-Control')
        for (const [type, { examples }] of Object.entries(content ?? {}))
          expect(Object.keys(examples ?? {}), `${path} ${status} ${type}`).not.toEqual([])
      }
    }
  })

  it('names lists of values, and leaves objects open for fields to come', async () => {
    const { document, text } = await readDocument()
    expect(document.components.schemas['ArticleKind']).toMatchObject({ type: 'string', enum: expect.arrayContaining(['news', 'notice']) })
    expect(text).not.toContain('"additionalProperties":false')
  })

  it('says which fields may be null', async () => {
    const { document } = await readDocument()
    const { Article } = z
      .object({ Article: z.object({ properties: z.record(z.string(), z.unknown()) }) })
      .parse(document.components.schemas)
    expect(Article.properties['subtitle']).toMatchObject({ type: ['string', 'null'] })
    expect(Article.properties['cover']).toMatchObject({ anyOf: [{ $ref: '#/components/schemas/Cover' }, { type: 'null' }] })
    expect(Article.properties['title']).toMatchObject({ type: 'string' })
  })

  it('names every component once, as the schema does, and only those in use', async () => {
    const { document, text } = await readDocument()
    const names = Object.keys(document.components.schemas)
    expect(names.filter((name) => /(Input|Output)$/.test(name))).toEqual([])
    for (const name of names) expect(text, name).toContain(`"#/components/schemas/${name}"`)
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(names).toContain(name)
    for (const [name, schema] of Object.entries(document.components.schemas)) expect(schema['description'], name).toBeTruthy()
  })

  it('tells blocks apart by their type', async () => {
    const { document } = await readDocument()
    expect(document.components.schemas['Block']).toMatchObject({
      discriminator: { propertyName: 'type', mapping: { paragraph: '#/components/schemas/ParagraphBlock' } },
    })
  })

  it('says of lists in a parameter that they are joined by commas', async () => {
    const { text } = await readDocument()
    const ids = JSON.parse(text).paths['/v1/articles'].get.parameters.find(({ name }: { name: string }) => name === 'ids')
    expect(ids).toMatchObject({ style: 'form', explode: false, schema: { type: 'array', maxItems: 100 } })
  })

  it('is that of the reading API: nothing in it is for those who run the site, or the site’s own', async () => {
    const { document } = await readDocument()
    const paths = Object.keys(document.paths)
    expect(paths).toContain('/v1/articles')
    expect(paths.filter((path) => !/^\/(v1\/|livez$|readyz$|version$)/.test(path))).toEqual([])
    expect(Object.values(document.paths).flatMap((item) => Object.keys(item).filter((method) => method !== 'get'))).toEqual([])
  })

  it('is the same in YAML', async () => {
    const { app, text } = await readDocument()
    const yaml = await app.inject('/openapi.yaml')
    expect(yaml.headers['content-type']).toBe('application/yaml; charset=utf-8')
    expect(parse(yaml.body, { maxAliasCount: -1 })).toEqual(JSON.parse(text))
  })
})

describe('the problem catalogue', () => {
  it('has a page for every code, in both languages, at the address problems name', async () => {
    const { app } = await buildTestApp({ engine: 'sqlite' })
    const { data } = (await app.inject('/v1/problems')).json()
    expect(data.map(({ code }: { code: string }) => code)).toEqual([...problemCodes])
    for (const { code, type, title, meaning } of data) {
      expect(type).toBe(`https://api.example.gov.cn/v1/problems/${code}`)
      const page = await app.inject(new URL(type).pathname)
      expect(page.json(), code).toMatchObject({ code, title, meaning })
      for (const words of [title, meaning]) {
        expect(words.zh, code).toMatch(/\p{Script=Han}/u)
        expect(words.en, code).not.toMatch(/\p{Script=Han}/u)
      }
    }
    expect((await app.inject('/v1/problems/made-up')).statusCode).toBe(404)
  })
})
