import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ImportError } from './import-error.ts'
import { importText, readFixture } from './read-fixture.ts'

const pages = ['jcms.html', 'trs.shtml', 'news.html', 'notice.html', 'hostile.html', 'shangyu-cppcc-2024-11-28.txt'].map(readFixture)
const junk = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '</div>',
    '<table>',
    '<p',
    '"',
    "'",
    '&#x110000;',
    '&#xd800;',
    '<!--',
    '-->',
    '<tr><td rowspan=0 colspan=0>',
    '<li>',
    '<b><i>',
    '\u0000',
    '——',
    '（',
    '：',
  ),
  fc.string({ maxLength: 20, unit: 'binary' }),
)
const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat({ max: 400 }), insert: junk })

const damage = (page: string, cuts: readonly { at: number; remove: number; insert: string }[]): string =>
  cuts.reduce((text, { at, remove, insert }) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + insert + text.slice(start + remove)
  }, page)

it('turns any damaged page into an article or a failure that says why', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.array(cut, { minLength: 1, maxLength: 12 }), fc.boolean(), (page, cuts, isText) => {
      try {
        const { content } = importText(damage(page, cuts), isText ? 'a.txt' : 'a.html')
        expect(content.title).not.toBe('')
        expect(content.body.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError)
      }
    }),
    { numRuns: 300, seed: 20241128 },
  )
})
