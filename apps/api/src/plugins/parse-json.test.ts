import Fastify from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createAddresses } from '../addresses.ts'
import { registerErrorHandler } from './error-handler.ts'
import { registerJsonBodies } from './parse-json.ts'

const send = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
  const app = Fastify()
  onTestFinished(() => app.close())
  registerErrorHandler(app, { addresses: createAddresses({ siteUrl: 'https://www.example', apiUrl: 'https://api.example' }) })
  registerJsonBodies(app)
  app.post('/', async ({ body }) => ({ body }))
  return app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': 'application/json', ...headers } })
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('a body', () => {
  it.each([
    ['{"a":{"x":1},"b":[{"x":1},{"x":2}],"c":"\\"{,"}', { a: { x: 1 }, b: [{ x: 1 }, { x: 2 }], c: '"{,' }],
    ['\uFEFF{"a":1}', { a: 1 }],
    ['{"a":"\\ud83d\\ude00"}', { a: '😀' }],
    [nested(64), JSON.parse(nested(64))],
  ])('is read as JSON: %s', async (text, body) => {
    expect((await send(text)).json()).toEqual({ body })
  })

  it.each([
    ['{"status":"draft","status":"published"}', '/status', 'repeated'],
    ['{"a":[{"b":1},{"c":1,"c":1}]}', '/a/1/c', 'repeated'],
    ['{"a":1,"\\u0061":2}', '/a', 'repeated'],
    ['{"a/b":{"~":1,"~":1}}', '/a~1b/~0', 'repeated'],
    ['{"a":"\\ud800"}', '/a', 'malformed'],
    ['{"\\udc00":1}', '/\udc00', 'malformed'],
  ])('is refused when programs would read it differently: %s', async (text, pointer, code) => {
    const response = await send(text)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ code: 'invalid-body', errors: [{ code, pointer }] })
  })

  it.each([
    '',
    '{',
    'NaN',
    '{"a":Infinity}',
    "{'a':1}",
    '{"a":1,}',
    '{"a":01}',
    '[1]x',
    '/* */{}',
    nested(65),
    nested(100_000),
    Buffer.from([0x22, 0xff, 0x22]),
    Buffer.from('"中"', 'utf16le'),
  ])('is refused when it is no JSON, no UTF-8 or too deep (case %#)', async (payload) => {
    const response = await send(payload)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ code: 'invalid-body' })
  })

  it.each([
    ['text/plain', {}],
    ['application/xml', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('is 415 in another form: %s %j', async (type, headers) => {
    expect((await send('{}', { 'content-type': type, ...headers })).statusCode).toBe(415)
  })
})
