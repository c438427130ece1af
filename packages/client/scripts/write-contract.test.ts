import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeContract } from './write-contract.ts'
import { writeDeclaration, writeType } from './write-type.ts'

// The formatter sets spaces, line breaks, quotes, trailing commas and leading bars; none of them means anything.
const withoutLayout = (text: string): string =>
  text
    .replaceAll('"', "'")
    .replace(/([=(<,:]\s*)\|/g, '$1')
    .replace(/[\s,]/g, '')

describe('writeContract', () => {
  it.each(Object.entries(writeContract()))('finds src/contract/%s as the schema has it; otherwise run `npm run generate`', (name, text) => {
    const committed = readFileSync(new URL(`../src/contract/${name}`, import.meta.url), 'utf8')
    expect(withoutLayout(committed)).toBe(withoutLayout(text))
  })
})

describe('writeType', () => {
  it.each([
    [{ $ref: 'Media' }, 'Media'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ anyOf: [{ $ref: 'Media' }, { type: 'null' }] }, 'Media | null'],
    [{ type: 'array', items: { type: 'array', items: { type: 'string' } } }, 'string[][]'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, 'Array<"a" | "b">'],
    [{ anyOf: [{ type: 'string' }, { type: 'string' }] }, 'string'],
    [{ type: 'object', properties: { a: { type: 'integer' }, b: { const: true } }, required: ['a'] }, '{\na: number\nb?: true\n}'],
  ])('writes %j as %s', (schema, expected) => {
    expect(writeType(schema)).toBe(expected)
  })

  it('refuses a schema it has no type for', () => {
    expect(() => writeType({})).toThrow(TypeError)
  })
})

describe('writeDeclaration', () => {
  it('leaves room for values that are added later where the contract says so', () => {
    expect(writeDeclaration('Mark', { type: 'string', enum: ['strong'], 'x-growing': true })).toBe(
      'export type Mark = "strong" | Unlisted\n',
    )
    expect(writeDeclaration('Block', { oneOf: [{ $ref: 'A' }], 'x-growing': true })).toBe('export type Block = A | UnknownBlock\n')
  })

  it('cannot be made to end a comment early', () => {
    expect(writeDeclaration('A', { type: 'string', description: 'x */ y' })).toBe('/** x *∕ y */\nexport type A = string\n')
  })
})
