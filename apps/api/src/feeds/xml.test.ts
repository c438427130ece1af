import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from './read-xml.ts'
import { element, renderXmlDocument, toXmlText } from './xml.ts'

describe('element', () => {
  it('makes a well-formed document that gives back any text, in elements and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const root = readXml(renderXmlDocument(element('a', { b: value }, value, element('c', {})))).documentElement
        expect(root?.textContent).toBe(toXmlText(value))
        expect(root?.getAttribute('b')).toBe(toXmlText(value))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves out what is null', () => {
    expect(element('a', { b: null, c: 1 }, null).markup).toBe('<a c="1"/>')
  })
})

describe('readXml', () => {
  it.each(['<a>&</a>', '<a>\u0008</a>', '<a>\uFFFF</a>', '<a b="<"/>', '<a>]]></a>', '<b:a/>', '<a></b>', '<a/><a/>'])(
    'refuses %j, so that the tests of feeds mean something',
    (xml) => {
      expect(() => readXml(xml)).toThrow()
    },
  )
})
