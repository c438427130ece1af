import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { JsonRecord } from '../plugins/openapi-schema.ts'
import { findBreakingChanges } from './find-breaking-changes.ts'

const folder = new URL('../../openapi/', import.meta.url)
const read = (name: string): JsonRecord => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

const names = globSync('*.json', { cwd: fileURLToPath(new URL('released/', folder)) })
const released = names.toSorted(new Intl.Collator('en', { numeric: true }).compare).at(-1) ?? ''

describe('the API', () => {
  it('breaks nothing that was written for its last release', () => {
    expect(findBreakingChanges(read(`released/${released}`), read('openapi.json'))).toEqual([])
  })
})

const base = {
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100, default: 20 } },
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } },
        ],
        responses: {
          200: { headers: { ETag: {} }, content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          404: {},
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'part'],
        properties: {
          id: { type: 'string' },
          kind: { type: 'string', enum: ['x'] },
          part: { oneOf: [{ $ref: '#/components/schemas/One' }], discriminator: { propertyName: 'type' } },
          below: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
        },
      },
      One: { type: 'object', properties: { type: { const: 'one' } } },
      Two: { type: 'object', properties: { type: { const: 'two' } } },
    },
  },
}

/** `base` with one value changed; `undefined` removes it. */
const changed = (path: string, value: unknown): JsonRecord => {
  const copy: JsonRecord = structuredClone(base)
  const steps = path.split(' ')
  const last = steps.pop() ?? ''
  const at = steps.reduce<JsonRecord>((node, step) => node[step] as JsonRecord, copy)
  at[last] = value
  return JSON.parse(JSON.stringify(copy))
}

const operation = 'paths /things get'
const thing = 'components schemas Thing'

describe('findBreakingChanges', () => {
  it.each([
    ['paths /things', undefined, 'GET /things was removed'],
    [`${operation} operationId`, 'getThings', 'GET /things has another operationId'],
    [`${operation} parameters 0 schema maximum`, 50, 'GET /things: query parameter limit is stricter: maximum'],
    [`${operation} parameters 0 schema default`, 10, 'GET /things: query parameter limit has another default'],
    [`${operation} parameters 0 required`, true, 'GET /things: query parameter limit became required'],
    [`${operation} parameters 0 schema type`, 'string', 'GET /things: query parameter limit does not take integer any more'],
    [`${operation} parameters 0 schema minimum`, 1, 'GET /things: query parameter limit is stricter: minimum'],
    [`${operation} parameters 1 schema enum`, ['a'], 'GET /things: query parameter sort does not take b any more'],
    [`${operation} parameters 1 name`, 'order', 'GET /things: query parameter sort was removed'],
    [`${operation} parameters 2`, { name: 'new', in: 'query', required: true }, 'GET /things: query parameter new is new and required'],
    [`${operation} requestBody`, { required: true }, 'GET /things needs a body now'],
    [`${operation} responses 200`, undefined, 'GET /things 200 was removed'],
    [`${operation} responses 200 content`, {}, 'GET /things 200: application/json was removed'],
    [`${operation} responses 200 headers`, {}, 'GET /things 200: the header ETag was removed'],
    [`${thing} properties kind`, undefined, 'Thing.kind was removed'],
    [`${thing} properties kind type`, ['string', 'null'], 'Thing.kind may be null now'],
    [`${thing} properties id format`, 'uuid', 'Thing.id has another format'],
    [`${thing} required`, ['part'], 'Thing.id is not always there any more'],
    [`${thing} properties below items`, { type: 'string' }, 'Thing.below[] may be string now'],
    ['components schemas Two', undefined, 'the component Two was removed'],
  ])('names a change of %s to %j', (path, value, sentence) => {
    expect(findBreakingChanges(base, changed(path, value))).toContain(sentence)
  })

  it.each([
    ['paths /more', { get: {} }],
    [`${operation} parameters 2`, { name: 'new', in: 'query' }],
    [`${operation} parameters 0 schema maximum`, 200],
    [`${operation} parameters 1 schema enum`, ['a', 'b', 'c']],
    [`${operation} responses 429`, {}],
    [`${operation} responses 404`, undefined],
    [`${thing} properties more`, { type: 'string' }],
    [`${thing} properties kind enum`, ['x', 'y']],
    [`${thing} required`, ['id', 'part', 'kind']],
    [`${thing} properties part oneOf`, [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }]],
    ['components schemas Three', {}],
  ])('lets %s become %j', (path, value) => {
    expect(findBreakingChanges(base, changed(path, value))).toEqual([])
  })

  it('turns round for what callers send: a union may grow, not shrink', () => {
    const withBody = (schema: object): JsonRecord => changed(`${operation} requestBody`, { content: { 'application/json': { schema } } })
    const one = withBody({ oneOf: [{ $ref: '#/components/schemas/One' }] })
    const both = withBody({ oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }] })
    expect(findBreakingChanges(one, both)).toEqual([])
    expect(findBreakingChanges(both, one)).toEqual([expect.stringContaining('does not take #/components/schemas/Two any more')])
    expect(findBreakingChanges(withBody({ required: ['a'] }), withBody({ required: ['a', 'b'] }))).toEqual([
      expect.stringContaining('b became required'),
    ])
  })
})
