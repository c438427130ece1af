import { expect, it } from 'vitest'
import { findHolder } from './find-holder.ts'
import type { Tokens } from './tokens.ts'

const holder = { id: 'a1', name: 'one', role: 'reader' as const }
const tokens: Tokens = {
  find: (token) => (token === 'known' ? holder : null),
  start: async () => undefined,
  stop: async () => undefined,
}

it.each([
  [undefined, null],
  ['Bearer known', holder],
  ['bearer known', holder],
  ['Bearer unknown', 'impostor'],
  ['Basic a25vd24=', 'impostor'],
  ['', 'impostor'],
])('takes a request with Authorization %j for that of %j', (authorization, expected) => {
  expect(findHolder(tokens, authorization)).toEqual(expected)
})
