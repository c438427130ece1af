import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import * as z from 'zod'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { testEngines } from '../testing/test-engines.ts'

const JsonSchema = z.record(z.string(), z.unknown())
const Content = z.record(z.string(), z.object({ schema: JsonSchema }))
const Answer = z.object({ content: Content.optional() })
const Parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: JsonSchema })
const Operation = z.object({
  parameters: z.array(Parameter).default([]),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), Answer])),
})
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), JsonSchema), responses: z.record(z.string(), Answer).default({}) }),
})
type Document = z.infer<typeof Document>

// A stream has no end to wait for; it has tests of its own.
const withoutEnd = ['/v1/changes/stream']

const readOperations = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined || withoutEnd.includes(path) ? [] : [{ path, ...Operation.parse(get) }],
  )
type DescribedOperation = ReturnType<typeof readOperations>[number]

/** Finds the schema of an answer, and says whether a body fits it. */
const createChecker = ({ components }: Document) => {
  const toLocal = (node: unknown): unknown => JSON.parse(JSON.stringify(node).replaceAll('#/components/schemas/', '#/$defs/'))
  const $defs = toLocal(components.schemas)
  const known = new Map<string, z.ZodType>()
  const compile = (schema: unknown): z.ZodType => {
    const text = JSON.stringify(schema)
    const compiled =
      known.get(text) ?? z.fromJSONSchema({ ...(toLocal(schema) as object), $defs } as Parameters<typeof z.fromJSONSchema>[0])
    known.set(text, compiled)
    return compiled
  }
  return ({ responses }: DescribedOperation, status: number, body: unknown): string | null => {
    const described = responses[String(status)]
    if (!described) return `${status} is not described`
    const answer = '$ref' in described ? components.responses[described.$ref.split('/').at(-1) ?? ''] : described
    const schema = Object.values(answer?.content ?? {})[0]?.schema
    if (schema === undefined) return null
    const checked = compile(schema).safeParse(body)
    return checked.success ? null : z.prettifyError(checked.error).slice(0, 500)
  }
}

const nasty = fc.constantFrom(
  '',
  '\u0000',
  '\u202e',
  'null',
  '-1',
  '1e9',
  '../..',
  "' OR 1=1 --",
  '%',
  '_',
  '*',
  '"',
  '\\',
  '<script>',
  '{}',
  '[]',
  '__proto__',
  '中文',
  '𠮷',
  '9'.repeat(40),
  'a'.repeat(2_000),
  'http://[::1',
  '2024-02-30',
  '2026-11-01T24:00:00Z',
  'zwzx//zhxw',
  '🀄'.repeat(60),
)
const anything = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 60 }))
// Percent escapes that are no UTF-8, and halves of them.
const rawText = fc.constantFrom('%', '%00', '%C0%AF', '%ED%A0%80', '%E4%B8', '%zz', '%25', '+', '&&', ';a=b')

const good = fc.constantFrom(
  'zwzx',
  'zwzx/zhxw',
  'chzhxw',
  's95afc2vzs86',
  's95afc2vzs86,saf3qq8oqpac',
  'xiang-cun-zhen-xing',
  '/zwzx/',
  '/articles/s95afc2vzs86',
  'https://www.example.gov.cn/art/2016/11/22/art_1621004_30332664.html',
  '2016-11-22',
  '2016-11-22T00:00:00+08:00',
  'title,channel',
  'index.xml',
  '1.xml',
  'rss',
  'not-found',
)

const valuesOf = ({ name, schema }: z.infer<typeof Parameter>): fc.Arbitrary<string> => {
  if (name === 'wait') return fc.constantFrom('0', '-1', '31', 'x')
  const { enum: values, minimum, maximum } = schema
  const right: fc.Arbitrary<string>[] = [good]
  if (Array.isArray(values)) right.push(fc.constantFrom(...values.map(String)))
  if (typeof minimum === 'number' && typeof maximum === 'number')
    right.push(fc.integer({ min: minimum - 1, max: Math.min(maximum, 100) + 1 }).map(String))
  return fc.oneof({ weight: 3, arbitrary: fc.oneof(...right) }, { weight: 1, arbitrary: anything })
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

const queryOf = (parameters: readonly z.infer<typeof Parameter>[]): fc.Arbitrary<string> => {
  const named = parameters.filter((parameter) => parameter.in === 'query')
  const right = named.map((parameter) => valuesOf(parameter).map((value) => `${parameter.name}=${encode(value)}`))
  const wrong = [fc.tuple(anything, anything).map(([name, value]) => `${encode(name)}=${encode(value)}`), rawText]
  const broken = named.map(({ name }) => rawText.map((text) => `${name}=${text}`))
  const part = fc.oneof(
    ...right.map((arbitrary) => ({ weight: 6, arbitrary })),
    ...[...wrong, ...broken].map((arbitrary) => ({ weight: 1, arbitrary })),
  )
  return fc.array(part, { maxLength: 4 }).map((parts) => (parts.length === 0 ? '' : `?${parts.join('&')}`))
}

const pathOf = ({ path, parameters }: DescribedOperation): fc.Arbitrary<string> => {
  const values = parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => fc.oneof(valuesOf(parameter).map(encode), rawText))
  return fc.tuple(...values).map((texts) => path.replaceAll(/\{\w+\}/g, () => texts.shift() ?? ''))
}

const headersOf: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    accept: fc.constantFrom('*/*', 'application/json', 'text/html', 'application/json;q=0', ';;,', 'a'.repeat(500)),
    'accept-language': fc.constantFrom('en', 'zh', 'en;q=x', ',,,', '*'),
    'accept-encoding': fc.constantFrom('identity', 'identity;q=0', 'nonsense', '*;q=0'),
    'if-none-match': fc.constantFrom('*', '"a"', 'W/"a"', 'garbage'),
    'x-request-id': fc.constantFrom('ok', 'a b', '"', 'a'.repeat(300)),
    range: fc.constantFrom('bytes=0-1', 'bytes=-'),
  },
  { requiredKeys: [] },
)

const readDocument = async ({ app }: TestApp): Promise<Document> => Document.parse((await app.inject('/openapi.json')).json())

// Feeds, sitemaps and exports are described as text.
const parseBody = (type: string, body: string): unknown => (/^application\/(problem\+)?json(;|$)/.test(type) ? JSON.parse(body) : body)

describe.each(testEngines)('requests made up from the description, on %s', (engine) => {
  it('are never answered with a fault of ours, nor with anything the description does not promise', { timeout: 600_000 }, async () => {
    const test = await buildTestApp({ engine })
    await test.insertExamples()
    const document = await readDocument(test)
    const check = createChecker(document)
    const Request = fc
      .constantFrom(...readOperations(document))
      .chain((operation) =>
        fc.record({ operation: fc.constant(operation), path: pathOf(operation), query: queryOf(operation.parameters), headers: headersOf }),
      )
    await fc.assert(
      fc.asyncProperty(Request, async ({ operation, path, query, headers }) => {
        const response = await test.app.inject({ url: path + query, headers })
        expect(response.statusCode, response.body).toBeLessThan(500)
        if (response.statusCode === 304 || response.statusCode === 414) return
        const type = String(response.headers['content-type'])
        if (response.statusCode >= 400) expect(type).toBe('application/problem+json; charset=utf-8')
        const isElsewhere = response.statusCode === 404 || (response.statusCode === 400 && /%/.test(path))
        if (response.headers['content-encoding'] !== undefined || isElsewhere) return
        expect(check(operation, response.statusCode, parseBody(type, response.body))).toBeNull()
      }),
      { numRuns: inject('fuzzRequests') },
    )
  })
})
