import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseEncoding } from './choose-encoding.ts'

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate, zstd', 'zstd'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['deflate', 'identity'],
    ['', 'identity'],
  ] as const)('answers the smallest form that %j accepts: %s', (header, coding) => {
    expect(chooseEncoding(header)).toBe(coding)
  })

  it.each([
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0.001', 'gzip'],
    ['br;q=0, *', 'zstd'],
    ['identity, gzip;q=0.5', 'identity'],
    ['gzip ; q=0.8 , identity;q=0.9', 'identity'],
    ['*;q=0.5, gzip', 'gzip'],
    ['gzip;q=0', 'identity'],
  ] as const)('lets the weights in %j decide: %s', (header, coding) => {
    expect(chooseEncoding(header)).toBe(coding)
  })

  it('leaves out what is no element of the list', () => {
    expect(chooseEncoding('br;q=2, gzip;q=0.1234, zstd;level=3, ;;, gzip;q=0.2;x=1')).toBe('identity')
  })

  it('sends the body as it is to a client that names nothing', () => {
    expect(chooseEncoding(undefined)).toBe('identity')
  })

  it('leaves a small body as it is unless that is refused', () => {
    expect(chooseEncoding('gzip, br', false)).toBe('identity')
    expect(chooseEncoding('gzip, identity;q=0', false)).toBe('gzip')
    expect(chooseEncoding('gzip, *;q=0', false)).toBe('gzip')
  })

  it('sends the body as it is when everything is refused', () => {
    expect(chooseEncoding('*;q=0')).toBe('identity')
  })

  it('never answers what is refused while something is accepted, and gives the same answer again, whatever is sent', () => {
    const element = fc.record({
      name: fc.constantFrom('br', 'gzip', 'zstd', 'identity', '*'),
      q: fc.constantFrom('0', '0.3', '0.70', '1', '1.000'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(element, { selector: ({ name }) => name }), (elements) => {
        const header = elements.map(({ name, q }) => `${name};q=${q}`).join(', ')
        const chosen = chooseEncoding(header)
        const weights = new Map<string, number>(elements.map(({ name, q }) => [name, Number(q)]))
        const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? (name === 'identity' ? 1e-9 : 0)
        const most = Math.max(...['br', 'gzip', 'zstd', 'identity'].map(weight))
        expect(weight(chosen)).toBe(most > 0 ? most : weight('identity'))
        expect(chooseEncoding(header)).toBe(chosen)
      }),
    )
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (header) => ['identity', 'gzip', 'br', 'zstd'].includes(chooseEncoding(header))))
  })
})
